using System.Globalization;
using DichVuCong.Abuse.Tests.Mutation;

namespace DichVuCong.Abuse.Tests.Http;

/// <summary>Spoils what is around a body: framing, headers, method and query.</summary>
internal static class HttpSpoiling
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "BREW", "post", "G\u00cbT"];

    private static readonly (string Name, string Value)[] Extras =
    [
        ("Content-Type", "application/xml"), ("Content-Type", "application/json; charset=utf-16"), ("Content-Type", "multipart/form-data; boundary=x"), ("Content-Type", ""),
        ("Content-Type", "application/x-www-form-urlencoded"), ("Content-Encoding", "gzip"), ("Content-Encoding", "br"), ("Content-Encoding", "deflate, gzip"),
        ("Content-Encoding", "identity"), ("Expect", "100-continue"), ("Expect", "nonsense"), ("Accept", "text/html"), ("Accept-Encoding", "gzip, br"), ("Range", "bytes=0-,5-1,-9"),
        ("If-None-Match", "*"), ("If-Modified-Since", "x"), ("X-Forwarded-For", Nasty.Canary), ("X-HTTP-Method-Override", "DELETE"), ("traceparent", "00-zz-zz-zz"),
        ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), ("tracestate", "a=" + Nasty.Canary), ("dstcode", "VN:GOV:x:y"), ("dstcode", "VN:" + Nasty.Canary),
        ("dstcode", "a\tb"), ("providerurl", Nasty.Canary), ("Authorization", "Bearer " + Nasty.Canary), ("Authorization", "Basic " + Nasty.Canary), ("Authorization", "Basic Og=="),
        ("Authorization", "Basic SDI5OmRldi1IMjk="), ("Authorization", "Negotiate x"), ("Authorization", "Bearer"), ("Host", ""), ("Host", "a b"), ("Connection", "upgrade"),
        ("Upgrade", "h2c"), ("X-Long", new string('x', 7_000)), ("X-Longer", new string('y', 40_000)), ("X\u00e9", "é"), ("bad name", "1"), ("X-Nul", "a\0b"), ("Cookie", Nasty.Canary),
    ];

    /// <summary>The call, once in three times spoilt.</summary>
    public static HttpDraft Spoil(Dice dice, HttpDraft draft)
    {
        if (!dice.OnceIn(3)) return draft with { Framing = dice.OnceIn(6) ? Framing.Chunked : draft.Framing };
        return dice.Below(10) switch
        {
            0 => draft with { Method = dice.Pick(Methods) },
            1 => draft with { Framing = Framing.Cut },
            2 => draft with { Framing = dice.Pick([Framing.ChunkedCut, Framing.Both, Framing.Garbled, Framing.None]) },
            3 => draft with { Headers = [.. draft.Headers.Where((_, index) => index != dice.Below(draft.Headers.Count))] },
            4 => draft with { Headers = [.. draft.Headers, .. Enumerable.Range(0, 120).Select(number => ($"X-{number}", "1"))] },
            5 => draft with { Target = draft.Target + (draft.Target.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Query(dice) },
            _ => draft with { Headers = [.. draft.Headers, dice.Pick(Extras)] },
        };
    }

    /// <summary>A value for a path or a query: often escaped as it should be.</summary>
    public static string Escaped(Dice dice, string text) => dice.OnceIn(10)
        ? dice.Pick(["%00", "%", "%zz", "%ff%fe", "%C0%AF", "%2e%2e%2f", "+", "%u0041", ";", "%ED%A0%80", "a%00b" + Nasty.Canary])
        : Uri.EscapeDataString(text.Replace("\ud800", "", StringComparison.Ordinal).Replace("\udc00", "", StringComparison.Ordinal));

    private static string Query(Dice dice) => dice.Below(6) switch
    {
        0 => "isUpdating=" + Escaped(dice, dice.Pick(Nasty.Texts)),
        1 => "MaDinhDanhDV=" + Escaped(dice, dice.Pick(Nasty.Texts)),
        2 => "dstcode=" + Escaped(dice, dice.Pick(Nasty.Texts)),
        3 => string.Join('&', Enumerable.Range(0, 1_200).Select(number => number.ToString(CultureInfo.InvariantCulture))),
        4 => "a=" + new string('x', 6_000),
        _ => "&&==&=%&" + Nasty.Canary,
    };
}
