"""Browsers other than Chromium, driven through what they themselves offer: WebDriver BiDi, and WebKit's own driver."""
