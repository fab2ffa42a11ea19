using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace DichVuCong.Sandbox.SignIn;

/// <summary>The codes and tokens of the simulated sources: a code works once and for a minute, a token for five.</summary>
internal sealed class Grants(TimeProvider time)
{
    /// <summary>How long a token lives, in seconds.</summary>
    public const int TokenSeconds = 300;

    private const int CodeSeconds = 60;
    private const int Many = 100_000;

    private readonly ConcurrentDictionary<string, Grant> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Grant> _tokens = new(StringComparer.Ordinal);

    /// <summary>A code for somebody who has signed in.</summary>
    public string Code(string source, SimulatedCitizen person, string redirect) => Keep(_codes, new Grant(source, person, redirect, time.GetUtcNow().AddSeconds(CodeSeconds)));

    /// <summary>A token for a code, once; null when there is no such code for this source and this address.</summary>
    public (string Token, SimulatedCitizen Person)? Redeem(string source, string code, string redirect)
    {
        if (!_codes.TryRemove(code, out var grant) || grant.Source != source || grant.Redirect != redirect || grant.Until <= time.GetUtcNow()) return null;
        return (Keep(_tokens, grant with { Until = time.GetUtcNow().AddSeconds(TokenSeconds) }), grant.Person);
    }

    /// <summary>Whose a token is, and until when; null when it is none of this source's, or over.</summary>
    public Grant? Of(string source, string? token) =>
        token is not null && _tokens.TryGetValue(token, out var grant) && grant.Source == source && time.GetUtcNow() < grant.Until ? grant : null;

    private string Keep(ConcurrentDictionary<string, Grant> book, Grant grant)
    {
        if (book.Count > Many)
        {
            foreach (var (key, old) in book.Where(entry => entry.Value.Until <= time.GetUtcNow())) book.TryRemove(new(key, old));
        }

        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        book[secret] = grant;
        return secret;
    }
}

/// <summary>What somebody was granted.</summary>
/// <param name="Source">The source.</param>
/// <param name="Person">Who.</param>
/// <param name="Redirect">Where they were sent.</param>
/// <param name="Until">Until when it counts.</param>
internal sealed record Grant(string Source, SimulatedCitizen Person, string Redirect, DateTimeOffset Until);
