namespace DichVuCong.Sandbox.SignIn;

/// <summary>What both sources check of a call, and how they refuse it.</summary>
internal static class TokenForm
{
    /// <summary>The code is used, over, or of another client or address.</summary>
    public static (int Status, object Body) Expired => (StatusCodes.Status400BadRequest, new { error = "invalid_grant", error_description = "The code is not valid" });

    /// <summary>The token is none, or over.</summary>
    public static (int Status, object Body) TokenOver => (StatusCodes.Status401Unauthorized, new { error = "invalid_token", error_description = "Access token expired" });

    /// <summary>What is wrong with a call for a token; null when nothing is.</summary>
    public static (int Status, object Body)? ErrorOf(IFormCollection form)
    {
        if (form["client_id"] != SignInPage.ClientId || form["client_secret"] != SignInPage.ClientSecret) return (StatusCodes.Status401Unauthorized, new { error = "invalid_client" });
        return form["grant_type"] == "authorization_code" ? null : (StatusCodes.Status400BadRequest, new { error = "unsupported_grant_type" });
    }

    /// <summary>The token of a call; null when there is none.</summary>
    public static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : null;
}
