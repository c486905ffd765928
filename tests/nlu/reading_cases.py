"""What patients write about money and days, and what is meant; today is Wednesday 2026-03-11."""

from datetime import date

from nlu.understanding import Frequency, Relative

TODAY = date(2026, 3, 11)
WEEK, TWO_WEEKS = Frequency.WEEKLY, Frequency.EVERY_TWO_WEEKS
TWICE, MONTH = Frequency.TWICE_A_MONTH, Frequency.MONTHLY

# text -> the cents or relation of each amount in it
AMOUNTS: dict[str, list[int | Relative]] = {
    "$50": [5000],
    "50 dollars": [5000],
    "fifty": [5000],
    "50.25": [5025],
    "1,200": [120000],
    "$1,234.56": [123456],
    "100 on it": [10000],
    "put 100 on it today": [10000],
    "between 20 and 30": [2000, 3000],
    "20 or 30": [2000, 3000],
    "$20-$30": [2000, 3000],
    "20-30 dollars": [2000, 3000],
    "2 hundred": [20000],
    "twnty": [2000],
    "a hundred fifty": [15000],
    "two fifty": [25000],
    "one fifty": [15000],
    "fifty five": [5500],
    "three hundred and fifty two dollars": [35200],
    "fifty dollars and 25 cents": [5025],
    "1k": [100000],
    "1.5k": [150000],
    "40 bucks": [4000],
    "give u 20": [2000],
    "i can only do 5": [500],
    "i only have $12.37": [1237],
    "can i pay 20.50": [2050],
    "pay 1500": [150000],
    "i'll send 60 on the 15th n 60 on the 30th": [6000, 6000],
    "can i do 20 friday and 30 next friday": [2000, 3000],
    "75 now and 75 later": [7500, 7500],
    "$50 on friday": [5000],
    "what is this $350 charge for": [35000],
    "i get paid every two weeks, can pay 50 on friday": [5000],
    "can we do 4 payments of 75": [7500],
    "cincuenta": [5000],
    "ciento veinte": [12000],
    "doscientos cincuenta dolares": [25000],
    "mil quinientos": [150000],
    "puedo pagar 50 dólares el viernes": [5000],
    "le mando 100 el 15": [10000],
    "te pago el viernes 50 pesitos": [5000],
    "ya pagué 40 el lunes": [4000],
    "no puedo pagar mas de 30 al mes": [3000],
    "treinta y cinco dolares": [3500],
    "i can send ya 65 friday morning": [6500],
    "start with 100 then 50 monthly": [10000, 5000],
    "150 en dos pagos": [15000],
    "does 30 work": [3000],
    "would 40 be ok": [4000],
    "30usd": [3000],
    "lemme put fifty on it rn": [5000],
    "15 a week is all i can do": [1500],
    "they took out 150 yesterday": [15000],
    "mañana le deposito 200": [20000],
    "dos pagos de 100": [10000],
    "all of it": [Relative.ALL],
    "pay it off": [Relative.ALL],
    "i want to pay in full": [Relative.ALL],
    "voy a pagar todo": [Relative.ALL],
    "the rest": [Relative.REST],
    "el resto cuando me paguen": [Relative.REST],
    "half": [Relative.HALF],
    "la mitad": [Relative.HALF],
    "1/2 now": [Relative.HALF],
    "ill pay half now and other half in 2 weeks": [Relative.HALF, Relative.REST],
    "a third now": [Relative.THIRD],
    "min payment": [Relative.MINIMUM],
    "the least i can pay": [Relative.MINIMUM],
    "lo mínimo": [Relative.MINIMUM],
    "as much as i can": [Relative.AS_MUCH_AS_I_CAN],
    "whatever i can afford": [Relative.AS_MUCH_AS_I_CAN],
    "lo que pueda": [Relative.AS_MUCH_AS_I_CAN],
    "I can pay 50 today and the rest on the 1st": [5000, Relative.REST],
}

NO_AMOUNT = [
    "I can do 3 payments", "over 4 months", "i was born in 1982", "78701", "zip is 78701",
    "my dob is 03/14/1982", "dob 3/14/82", "call me after 5", "call tomorrow at 3pm", "12/5",
    "my new number is 415-555-1234", "i have 3 kids", "in 2 weeks", "the 15th", "el 15",
    "half an hour", "third party", "all good thanks", "what's the total", "cuanto debo",
    "2024 was a hard year", "my address is 1200 oak street", "i'll call you in 5 min",
    "the 2 bills you sent", "second payment", "en tres pagos", "every 2 weeks", "call 911",
    "im 65 and on a fixed income", "march 14 1982",
]  # fmt: skip

PER: dict[str, tuple[int, Frequency]] = {
    "50 a month": (5000, MONTH),
    "50/mo": (5000, MONTH),
    "30 every two weeks": (3000, TWO_WEEKS),
    "25 cada quincena": (2500, TWO_WEEKS),
    "25 biweekly": (2500, TWO_WEEKS),
    "i could do $50 every other week": (5000, TWO_WEEKS),
    "i can afford like 20 bucks a wk": (2000, WEEK),
    "15 dollars/week": (1500, WEEK),
    "50 per week starting friday": (5000, WEEK),
    "twice a month 40": (4000, TWICE),
    "I'll pay $30 the 1st and 15th of every month": (3000, TWICE),
    "30 dolares por semana": (3000, WEEK),
    "cada 15 dias 40": (4000, TWO_WEEKS),
    "no puedo pagar mas de 30 al mes": (3000, MONTH),
}

DATES: dict[str, str] = {
    "tmrw": "03-12", "2morrow": "03-12", "i'll pay tomorow": "03-12", "tonight": "03-11",
    "friday": "03-13", "nxt fri": "03-20", "next friday": "03-20", "friday after next": "03-27",
    "can u wait til fri": "03-13", "pay you next wensday": "03-18", "ill pay sat": "03-14",
    "wed": "03-18", "saturday the 14th": "03-14", "a week from friday": "03-20",
    "the 1st": "04-01", "the 15th": "03-15", "by the fifteenth": "03-15", "the 31st": "03-31",
    "ill have it by the 5th": "04-05", "on the first": "04-01", "on 3/20": "03-20",
    "first of next month": "04-01", "first of the month": "04-01", "$50 on friday": "03-13",
    "end of month": "03-31", "i need till the end of the month": "03-31",
    "the end of next month": "04-30", "middle of the month": "03-15", "this weekend": "03-14",
    "in 2 weeks": "03-25", "a couple weeks": "03-25", "give me a couple days": "03-13",
    "in a few days": "03-14", "in 30 days": "04-10", "2 weeks from today": "03-25",
    "next week": "03-18", "next month": "04-11", "day after tomorrow": "03-13",
    "12/5": "12-05", "dec 5th": "12-05", "december the fifth": "12-05", "5 dec": "12-05",
    "march 20th 2026": "03-20", "2026-04-02": "04-02", "may 5": "05-05", "4/1/26": "04-01",
    "the second week of april": "04-08", "end of april": "04-30",
    "will pay 4-15": "04-15", "mid april": "04-15", "two fridays from now": "03-20",
    "i can send ya 65 friday morning": "03-13", "el 20 de este mes": "03-20",
    "gimme til monday": "03-16", "el lunes sin falta": "03-16", "en tres semanas": "04-01",
    "para el 3 de abril": "04-03", "in 6 months": "09-11", "this coming friday": "03-13",
    "when my ssi comes on the 3rd": "04-03", "payday is friday": "03-13",
    "i get paid on the 15th ill pay then": "03-15", "half now": "03-11",
    "mañana": "03-12", "pasado mañana": "03-13", "el viernes": "03-13", "hoy": "03-11",
    "el viernes que viene": "03-13", "el próximo viernes": "03-13", "la próxima semana": "03-18",
    "la semana que viene": "03-18", "la otra semana": "03-18", "el 15": "03-15",
    "el dia 20": "03-20", "fin de mes": "03-31", "a fin de mes le pago": "03-31",
    "en dos semanas": "03-25", "en quince dias": "03-26", "el 5 de mayo": "05-05",
    "el primero del mes": "04-01", "a principios de mes": "04-01", "fin de semana": "03-14",
    "dentro de un mes": "04-11",
}  # fmt: skip

NO_DATE = [
    "may be able to", "i may pay", "i sat in the lobby", "sun is out", "every 2 weeks",
    "6 months", "how much do i owe", "50 a month", "my dob is 3/14/1982", "03/14/1982",
    "i march to my own drum", "a second bill", "3 payments", "40 bucks", "por la mañana",
    "24/7", "half", "1/2", "not right now", "the 2 bills you sent", "over 4 months",
]  # fmt: skip

PAST: dict[str, str] = {
    "i paid on monday": "03-09",
    "yesterday": "03-10",
    "already paid on 3/1": "03-01",
    "paid 2 weeks ago at the office": "02-25",
    "i mailed a check last tuesday": "03-10",
    "on march 5 i had a visit": "03-05",
    "ya pagué el lunes": "03-09",
    "hace 2 dias": "03-09",
    "el viernes pasado": "03-06",
    "i was seen on 2/3/2026": "02-03",
}

WAITED_FOR = {
    "when i get paid": "payday", "next payday": "payday", "when my check comes": "payday",
    "cuando me paguen": "payday", "cuando me llegue el cheque": "payday",
    "when my ssi comes": "benefits", "when my disability hits": "benefits",
    "when i get my taxes back": "refund",
}  # fmt: skip

COUNTS = {
    "in 3 payments": 3, "over 4 months": 4, "en tres pagos": 3, "3": 3, "split it in 3": 3,
    "can i split it 3 ways": 3, "6 mensualidades": 6, "two installments": 2, "in 5": 5,
    "12 month plan": 12, "4 cuotas de 50": 4, "six": 6, "50 x 4": 4, "quiero pagar en 4 pagos": 4,
}  # fmt: skip

FREQUENCIES = {
    "weekly": WEEK, "every friday": WEEK, "once a week": WEEK, "cada semana": WEEK,
    "cada viernes": WEEK, "every other friday": TWO_WEEKS, "bi-weekly": TWO_WEEKS,
    "every two weeks": TWO_WEEKS, "cada quincena": TWO_WEEKS, "cada dos semanas": TWO_WEEKS,
    "quincenal": TWO_WEEKS, "every payday": TWO_WEEKS, "twice a month": TWICE,
    "1st and 15th": TWICE, "dos veces al mes": TWICE, "monthly": MONTH, "once a month": MONTH,
    "cada mes": MONTH, "mensual": MONTH, "every month": MONTH,
}  # fmt: skip
