"""The page: one HTML file in English and Chinese, with drawings and tables, that needs no network."""
