"""The addresses of a site, and the odd things that can be put in their place."""

PAGES = [
    *("/", "/new", "/trending", "/popular", "/top", "/front.json", "/new.json", "/feed"),
    "/new/feed",
    *("/sections/town", "/sections/town/feed", "/sections/town.json", "/how-lists-work"),
    *("/stories/{story}", "/stories/{story}.json", "/stories/{story}/points"),
    *("/stories/{story}/qr.svg", "/how-points-work", "/robots.txt", "/sitemap.xml"),
    *("/sitemap-stories.xml", "/points.json?about=s/01JD3Z5K8R2M7N4Q6T9V0W1X2Y"),
]  # fmt: skip

ODD = [
    *("//", "///", "//evil.example/", "/..", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd"),
    *("/%00", "/stories/%00", "/media/%00", "/media/../plaudit.toml", "/media/%2e%2e/plaudit.toml"),
    *("/media//etc/passwd", "/media/..%2fplaudit.toml", "/media/", "/media/original_images/"),
    *("/static/../plaudit.toml", "/static/%2e%2e/%2e%2e/plaudit.toml", "/static/%00", "/static/"),
    *("/media/" + "a" * 300, "/media/" + "a/" * 2000, "/stories/" + "a" * 5000, "/%ff%fe"),
    *("/stories/%ff", "/tags/%ff", "/tags/%00", "/tags/" + "%C3%A4" * 2000, "/tags/%ed%a0%80"),
    *("/sections/%20", "/sections/town/nowhere", "/authors/a;b", "/?page=%00", "/?page=%ff", "/?a"),
    *("/new?after=%00", "/new?after=" + "9" * 400, "/top?page=-1", "/top?after=%F0%9F%98%80"),
    *("/new.json?after=%00", "/front.json?after=[]", "/new/feed?after=%00", "/?" + "a=1&" * 2000),
    *("/points.json?about=%00", "/points.json?about=" + "s/," * 3000, "/points.json?about[]=1"),
    *("/accounts/confirm-email/%00/", "/accounts/confirm-email/" + "a" * 3000 + "/"),
    *("/accounts/confirm-email/a:b:c/", "/accounts/password/reset/key/0-a/"),
    "/accounts/password/reset/key/zzzzzzzzzzzzzzzzzzzzz-a/",
    "/accounts/password/reset/key/1-%00/",
    *("/accounts/login/?next=%00", "/accounts/login/?next=//evil.example", "/accounts/nowhere/"),
    *("/newsroom/%00", "/newsroom/login/?next=%00", "/newsroom/documents/1/%00"),
    "/newsroom/images/0/",
    *("/sitemap-nowhere.xml", "/sitemap-stories.xml?p=0", "/sitemap-stories.xml?p=%00"),
    *("/sitemap-stories.xml?p=99999999999999999999", "/sitemap.xml?p=a", "/*", "/~", "/;", "/#"),
]  # fmt: skip
