using System.Globalization;
using DichVuCong.Adapters.VNPost.Http;
using DichVuCong.Adapters.VNPost.Wire;

namespace DichVuCong.Adapters.VNPost.Orders;

/// <summary>What an answer {Status, Message} of VNPost means. One class for each answer that is documented or seen.</summary>
internal enum PostVerdict : byte
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was done before.</summary>
    Existing,

    /// <summary>The post will not do this, whenever it is asked.</summary>
    Refused,

    /// <summary>Our account, address or set-up is refused: kept, tried slowly, and the operator is told.</summary>
    Configuration,

    /// <summary>Nothing was done, and another try may help.</summary>
    TryLater,

    /// <summary>It may have been done.</summary>
    Unknown,
}

/// <summary>A verdict and why.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why, in English or in the post's own words, without personal data.</param>
/// <param name="RetryAfter">How long the post asked us to wait.</param>
internal readonly record struct PostJudgement(PostVerdict Verdict, string Reason, TimeSpan? RetryAfter = null);

/// <summary>Judges the answers of order/post, order/cancel and document/post.</summary>
internal static class PostAnswer
{
    private const int LongestWords = 160;

    /// <summary>Judges a call: by how it went, then by its body, then by its status.</summary>
    /// <param name="exchange">How it went.</param>
    /// <param name="settings">Which Status means what.</param>
    /// <param name="personal">What was sent of persons: where the post's words repeat any of it, they are not shown.</param>
    public static PostJudgement Judge(Exchange exchange, VnPostSettings settings, params ReadOnlySpan<string?> personal) => exchange switch
    {
        Exchange.NotSent none => new PostJudgement(PostVerdict.TryLater, none.Reason, none.RetryAfter),
        Exchange.Lost lost => new PostJudgement(PostVerdict.Unknown, lost.Reason),
        Exchange.Misconfigured wrong => new PostJudgement(PostVerdict.Configuration, wrong.Reason),
        Exchange.Answered answered => OfAnswer(answered, settings, personal),
        _ => throw new InvalidOperationException("Exchange is a closed set."),
    };

    private static PostJudgement OfAnswer(Exchange.Answered answered, VnPostSettings settings, ReadOnlySpan<string?> personal)
    {
        var json = answered.Body is null ? null : VnPostJson.Read(answered.Body);
        var http = string.Create(CultureInfo.InvariantCulture, $"HTTP {answered.Status}");
        var isSuccess = answered.Status is >= 200 and < 300;
        if (json?.Text("Status") is not { Length: > 0 } status)
        {
            // By the time a status of failure comes the post has the whole call; only one that blames the call says that nothing was done.
            return answered.Status is >= 400 and < 500
                ? new PostJudgement(PostVerdict.Configuration, $"{http}: the post cannot read our call")
                : new PostJudgement(PostVerdict.Unknown, $"{http}: an answer without a Status");
        }

        // What a gateway may have put before a failure is not believed when it says that all is well.
        if (status == settings.SuccessStatus) return isSuccess ? new PostJudgement(PostVerdict.Done, "done") : new PostJudgement(PostVerdict.Unknown, $"{http} with Status {status}");
        if (status == settings.ExistingStatus) return new PostJudgement(PostVerdict.Existing, "the post had it already");
        if (settings.BusyStatuses.Contains(status, StringComparer.Ordinal)) return new PostJudgement(PostVerdict.TryLater, $"Status {status}: the post is busy", answered.RetryAfter);
        return answered.Status >= 500
            ? new PostJudgement(PostVerdict.Unknown, $"{http} with Status {Code(status)}")
            : new PostJudgement(PostVerdict.Refused, $"Status {Code(status)}{Words(json.Text("Message"), personal)}");
    }

    private static string Code(string status) => status.Length <= 20 && status.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? status : "?";

    /// <summary>The post's own words, unless they repeat what was said of a person or hold a long number.</summary>
    private static string Words(string? message, ReadOnlySpan<string?> personal)
    {
        if (string.IsNullOrWhiteSpace(message) || HasLongNumber(message)) return "";
        foreach (var value in personal)
        {
            if (value is { Length: > 1 } && message.Contains(value, StringComparison.OrdinalIgnoreCase)) return "";
        }

        var words = message.Trim();
        return $": {(words.Length <= LongestWords ? words : words[..LongestWords])}";
    }

    private static bool HasLongNumber(string text)
    {
        var digits = 0;
        foreach (var letter in text)
        {
            digits = char.IsDigit(letter) ? digits + 1 : letter is ' ' or '.' or '-' ? digits : 0;
            if (digits >= 6) return true;
        }

        return false;
    }
}
