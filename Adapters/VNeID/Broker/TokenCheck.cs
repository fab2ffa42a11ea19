using DichVuCong.Adapters.VNeID.Wire;

namespace DichVuCong.Adapters.VNeID.Broker;

/// <summary>What the broker says of a token: whose it is and until when.</summary>
/// <param name="ClientId">The client to which it was given.</param>
/// <param name="ExpiresAt">Its end.</param>
internal sealed record TokenCheck(string ClientId, DateTimeOffset ExpiresAt)
{
    // Some write the end in milliseconds; as seconds that would be a day far behind every token.
    private const long FirstOfMilliseconds = 100_000_000_000;

    /// <summary>Reads it; null when it says neither.</summary>
    public static TokenCheck? Of(ClaimSet claims)
    {
        if (string.Equals(claims.Text("active"), "false", StringComparison.OrdinalIgnoreCase)) return new TokenCheck("", DateTimeOffset.UnixEpoch);
        if (claims.Text("client_id") is not { } client || claims.Number("exp") is not { } end || end < 0) return null;
        var milliseconds = end >= FirstOfMilliseconds ? end : end * 1000;
        return milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? new TokenCheck(client, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)) : null;
    }
}
