namespace DichVuCong.Operations.Language;

/// <summary>The language that the browser remembers.</summary>
internal static class LanguageChoice
{
    private const string Cookie = "dvc-language";

    public static Tongue Of(HttpRequest request) => request.Cookies[Cookie] == "en" ? Tongue.English : Tongue.Vietnamese;

    public static void Keep(HttpContext context, Tongue tongue, bool secure) => context.Response.Cookies.Append(
        Cookie, tongue == Tongue.English ? "en" : "vi",
        new CookieOptions { HttpOnly = true, IsEssential = true, MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = secure });
}
