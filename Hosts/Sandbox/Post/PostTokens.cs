using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Sandbox.Post;

/// <summary>The platform's tokens. A sandbox that starts anew knows none of those it gave before, like a gateway that was restarted.</summary>
internal sealed class PostTokens(TimeProvider time)
{
    private const int Seconds = 3600;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);
    private long _given;

    /// <summary>Tokens that were given.</summary>
    public long Given => Interlocked.Read(ref _given);

    /// <summary>Gives a token; null to somebody who is not known.</summary>
    public (string Token, int Seconds)? Give(string authorization)
    {
        var known = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{PostEndpoints.Consumer}:{PostEndpoints.Consumer}"));
        if (authorization != known) return null;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _tokens[token] = time.GetUtcNow().AddSeconds(Seconds);
        Interlocked.Increment(ref _given);
        return (token, Seconds);
    }

    /// <summary>Whether a call carries a token that holds.</summary>
    public bool Holds(string authorization) =>
        authorization.StartsWith("Bearer ", StringComparison.Ordinal) && _tokens.TryGetValue(authorization["Bearer ".Length..], out var until) && time.GetUtcNow() < until;

    /// <summary>Ends a call's token before its time.</summary>
    public void End(string authorization)
    {
        if (authorization.StartsWith("Bearer ", StringComparison.Ordinal)) _tokens.TryRemove(authorization["Bearer ".Length..], out _);
    }
}
