using System.Globalization;
using System.Net;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>
/// What HTTP statuses other than 200 mean. By the time a status comes the provider has the whole request: only a status that says that
/// nothing was done (408, 429, 503) may count as nothing done; any other of 5xx may follow upon a message that was queued.
/// </summary>
internal static class HttpAnswers
{
    /// <summary>Statuses from, to, and what they mean; the first that fits counts.</summary>
    public static IReadOnlyList<(int From, int To, SmsVerdict Verdict, string Reason)> Table { get; } =
    [
        (408, 408, SmsVerdict.TryLater, "the server did not get the request in time"),
        (429, 429, SmsVerdict.TryLater, "the provider asks us to slow down"),
        (503, 503, SmsVerdict.TryLater, "the provider is out of service"),
        (300, 399, SmsVerdict.Configuration, "the setting Endpoint leads to a redirect, which is not followed"),
        (400, 499, SmsVerdict.Configuration, "the server refuses the request itself"),
        (100, 999, SmsVerdict.Unknown, "the server failed with the whole request in hand"),
    ];

    /// <summary>Judges an answer by its status.</summary>
    public static SmsJudgement Judge(HttpStatusCode status, SoapAnswer? answer)
    {
        var code = (int)status;
        // A fault that blames the caller comes with 500 and says that nothing was done (SOAP 1.1, 4.4.1).
        if (answer?["faultcode"] is { } fault && fault.EndsWith("Client", StringComparison.Ordinal))
        {
            return new SmsJudgement(SmsVerdict.Configuration, "the provider cannot read our request");
        }

        var (_, _, verdict, reason) = Table.First(row => code >= row.From && code <= row.To);
        return new SmsJudgement(verdict, string.Create(CultureInfo.InvariantCulture, $"HTTP {code}: {reason}"));
    }
}
