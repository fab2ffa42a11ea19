using DichVuCong.Registries.Access;
using Microsoft.Net.Http.Headers;

namespace DichVuCong.Gateway.Access;

/// <summary>Who calls: told by a bearer token, or by a session.</summary>
internal sealed class Callers(AccountDirectory accounts, SessionTokens sessions)
{
    private const string Bearer = "Bearer ";

    /// <summary>The account of the bearer token, which may be an account's own token or a session; null when there is none.</summary>
    public Account? Of(HttpRequest request)
    {
        var header = request.Headers[HeaderNames.Authorization].ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return null;
        var token = header[Bearer.Length..].Trim();
        return accounts.FindByToken(token) ?? OfSession(token);
    }

    /// <summary>The account that a session was issued to; null when it has ended, or the account or the secret that it began with is not good any more.</summary>
    public Account? OfSession(string? session) => sessions.Read(session) is { } holder ? accounts.FindBySession(holder) : null;
}
