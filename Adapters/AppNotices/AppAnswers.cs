using System.Globalization;
using System.Text.Json;

namespace DichVuCong.Adapters.AppNotices;

/// <summary>What an answer of the app's interface means.</summary>
internal enum AppVerdict : byte
{
    /// <summary>The app took the notice, or has it already.</summary>
    Accepted,

    /// <summary>It will never take it.</summary>
    Rejected,

    /// <summary>Our account or set-up is refused: the notice is kept, and the operator told.</summary>
    Configuration,

    /// <summary>Nothing was done, and another try may help.</summary>
    TryLater,

    /// <summary>It may have been done.</summary>
    Unknown,
}

/// <summary>The answers of the app's interface, as data.</summary>
internal static class AppAnswers
{
    private const int MostBytes = 16 * 1024;

    /// <summary>Rejections by their code.</summary>
    public static IReadOnlyDictionary<string, (AppVerdict Verdict, string Reason)> Codes { get; } = new Dictionary<string, (AppVerdict Verdict, string Reason)>(StringComparer.Ordinal)
    {
        ["unknown-person"] = (AppVerdict.Rejected, "the app knows nobody of that number"),
        ["not-installed"] = (AppVerdict.Rejected, "the person does not use the app"),
        ["opted-out"] = (AppVerdict.Rejected, "the person wants no notices in the app"),
        ["unknown-template"] = (AppVerdict.Configuration, "the app does not know the template"),
        ["parameters"] = (AppVerdict.Configuration, "the app refuses the template's parameters"),
        ["idempotency-key"] = (AppVerdict.Configuration, "the app refuses our Idempotency-Key"),
        ["unauthorized"] = (AppVerdict.Configuration, "the app refuses the setting Token"),
    };

    /// <summary>Statuses from, to, and what they mean without a code of the list; the first that fits counts.</summary>
    public static IReadOnlyList<(int From, int To, AppVerdict Verdict, string Reason)> Statuses { get; } =
    [
        (408, 408, AppVerdict.TryLater, "the app did not get the request in time"),
        (429, 429, AppVerdict.TryLater, "the app asks us to slow down"),
        (503, 503, AppVerdict.TryLater, "the app is out of service"),
        (300, 499, AppVerdict.Configuration, "the app refuses the request itself"),
        (100, 999, AppVerdict.Unknown, "the app failed with the whole request in hand"),
    ];

    /// <summary>Judges an answer.</summary>
    public static (AppVerdict Verdict, string Reason) Judge(int status, byte[] body)
    {
        var (said, code) = Read(body);
        var isWell = status is 200 or 201 or 202;
        if (isWell && said == "accepted") return (AppVerdict.Accepted, "taken by the app");
        // What stands in a body behind a failure of the server need not be the app's.
        if (said == "rejected" && status < 500 && code is not null && Codes.TryGetValue(code, out var known)) return known;
        if (isWell) return (AppVerdict.Unknown, "the answer is none of the contract");
        var (_, _, verdict, reason) = Statuses.First(row => status >= row.From && status <= row.To);
        return (verdict, string.Create(CultureInfo.InvariantCulture, $"HTTP {status}: {reason}"));
    }

    private static (string? Status, string? Code) Read(byte[] body)
    {
        if (body.Length > MostBytes) return (null, null);
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? (Text(document, "status"), Text(document, "code")) : (null, null);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static string? Text(JsonDocument document, string name) =>
        document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
