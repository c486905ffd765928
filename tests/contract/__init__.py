"""What is sent and answered, judged by the vendors' own documents."""
