using System.Collections.Frozen;

namespace DichVuCong.Adapters.VNeID.Configuration;

/// <summary>
/// The accounts, secrets and the key with which everything works on a developer's machine. Anybody can read them, so they are refused everywhere
/// else: the private key too opens nothing but what the Sandbox has encrypted.
/// </summary>
public static class DevelopmentDefaults
{
    /// <summary>Our client id at the simulated VNeID and at the simulated broker.</summary>
    public const string ClientId = "dvc-development";

    /// <summary>Our client secret at both.</summary>
    public const string ClientSecret = "sandbox-identity-secret";

    /// <summary>The private key under whose public half the simulated VNeID encrypts.</summary>
    public const string EnvelopeKey =
        """
        -----BEGIN PRIVATE KEY-----
        MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCXuWJuGNFLPFbe
        25zt/D5EO82jwuDtNk0u8DdqdOS9WS8U9vzJw+m3h5o2cqmTM0U0H6rEJ46K6fKh
        iM+vVfiuWlH54ZUTadxLkaQovC+rEifUQoWL3/VO8vT6CtyhXfqljp4mQOl5tEhO
        U+xVWDkMVy/OPbmUj1ROCs/WBgqqMbTJAOjWB8NpiieUx4hfOQVcYkLh8pLMBoDe
        M/L+6AqK1gT592qJdKJxMRfIEnHpSS6gn3ctLWfpDNwCrFgu8h3sjMZda9Oxb7hl
        u6hiZqk9ZmHedC2CSLCZZZlYOdbzNu2xiqMGMrwWjaHIfOl06zmbInm/9RAo377F
        +YjdidtdAgMBAAECggEAMzGRHbbv/6PHaADP7Zj75YgMNeJOhJua5WiWOixg9ea+
        tSM1XlrlZFCz3wVHZGybQCAjPXZfaU3Q2WJROUcX1rSRDnBoHZnNhA4LRtdgeidx
        GvSrHOwfWFkwAaJimWwdY3lAsYWbgb4r24oDpzRSY3CTp9I56P+HoaGSSRPWy1/e
        u59w750cJjTVm/8CUuBtyrb10kansXs91FEGkh6d8zg9GjNxj3UWr+0ehrUy/4CD
        1LqtSIM6B/efNlY+aakykA1dZoAuwJmWgZmVriyk8oVGc+fPEs7o1SAYTGTeCmr5
        EcjN7G/RpkCb8fr59ypsw4C27Xjbf1UZRkCego2nnQKBgQDWMO5+RudHzlmOKNJD
        9tpmJFfY/TW3E4sUnrDwycarTWnOD0iPAoZsOogg3sU1HZX5HT9Wbml+o/qylG0/
        GymKghoFRSDufSNj88ABSJHJkGkn33+ryl8K9jxBdAeygtmZ6RMOTnBqLsyH8XPs
        npYkzBtp+IewWLsIGRLdaaCQ9wKBgQC1Vv8EumCt81Mxdo4r1M0+Odl7w/g2oeht
        ZjoBiM5XeUXqFls6kCBrSx5fR3LAAwIuy7azJ/J0pFFwaLsIFV/BiQkHXkSnBvtz
        0QRJLiglHLEtnj0YGF8iMVyFF/FUbvauS0mcyLvY8vI4LRw6pQiMFhqt87kTcxrD
        Eff355X1SwKBgQCCPIR3YdN1VOIdT3LygmGvo7+KoAQOSqLRqeA6uOXE+TAxbBeZ
        ZVao7johinLs5g1vyLnfawlYSIrCFQAMVA7BOnRp6eupN4vSVb7UyPRkVBusc/hk
        U4vQ1YIz5kJb57Y6IH9GvqkZ11TkAAuVv6PZwgWVPNn8fydSODTBTl2kZwKBgA72
        CX47XkSbwa5gCKTHHtPWdAIJDg571zBHcdu0jMmcwM7qX0Z6o6IWhX/45he/Z8uy
        lPU9A3zqHan3ig7FrKvMAYmxFlrtcYuBoCflffxp3JhV6NZ3FEo+5lI4wnlj2khQ
        /9bGnPDuQluuJRkVipn8LOFTLV7UbU3QyrOSUMX3AoGAdKoAWDW9MT9FOeRxowF5
        PCqxUG8114wt1gczc1HJ6/ovbiGoyYXlS+L238aL6nMnzc4R22IN1rzXZ7GK4PvL
        sBgL1a8Nlqz3Rs7K+g4y5An7ZEsgJekPdlASkhEUJ5mpzykuspSQ6n3Qj+gH2SGz
        1TZyyIrWpUrv53s7KKtfe+8=
        -----END PRIVATE KEY-----
        """;

    private static readonly FrozenSet<string> Public =
        new[] { ClientId, ClientSecret, Bare(EnvelopeKey) }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text is one of them, however its lines are broken.</summary>
    public static bool Has(string text) => Public.Contains(text) || Public.Contains(Bare(text));

    /// <summary>How a development default is refused.</summary>
    internal static string Refusal(string name) => $"{name} is that of development, which is refused outside Development.";

    private static string Bare(string text) => string.Concat((text ?? "").Where(letter => !char.IsWhiteSpace(letter)));
}
