using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.SmsProvider;

/// <summary>The tokens that FPT gave out and still takes. They are gone when the sandbox ends, as they are when the provider restarts.</summary>
internal sealed class FptTokenBook(TimeProvider time)
{
    /// <summary>How long a token lives, in seconds.</summary>
    public const int Lifetime = 3600;

    private readonly ConcurrentDictionary<string, (string Session, DateTimeOffset Until)> _tokens = new(StringComparer.Ordinal);

    /// <summary>Gives a token out.</summary>
    public string Grant(string session)
    {
        var token = Guid.NewGuid().ToString("N");
        _tokens[token] = (session, time.GetUtcNow().AddSeconds(Lifetime));
        return token;
    }

    /// <summary>Whether a token is good for a session.</summary>
    public bool IsGood(string token, string session) => _tokens.TryGetValue(token, out var known) && known.Session == session && time.GetUtcNow() < known.Until;

    /// <summary>Takes a token back.</summary>
    public void Expire(string token) => _tokens.TryRemove(token, out _);
}

/// <summary>Somebody asks FPT for a token.</summary>
internal sealed class FptTokenVisit(JsonRequest request, FptTokenBook tokens) : IVisit
{
    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault) =>
        request["grant_type"] == "client_credentials" && request["client_id"] == FptVisit.Account && request["client_secret"] == FptVisit.Account
            ? NoticeProviderEndpoints.Json(new JsonObject
            {
                ["access_token"] = tokens.Grant(request["session_id"]),
                ["expires_in"] = FptTokenBook.Lifetime,
                ["token_type"] = "Bearer",
            })
            : NoticeProviderEndpoints.Json(new JsonObject { ["error"] = 1008, ["error_description"] = "client_id or client_secret is wrong" }, StatusCodes.Status401Unauthorized);
}
