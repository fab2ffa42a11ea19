using System.Globalization;
using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.Banks.Http;

/// <summary>From how a call went to what came of it: what is the same for all partners.</summary>
internal static class AnswerReading
{
    /// <summary>Judges a call by network and HTTP status, and leaves what the partner said to <paramref name="read"/>.</summary>
    /// <param name="exchange">How the call went.</param>
    /// <param name="read">
    /// Reads the JSON object of an answer; null when it is none of the contract's. It is asked whatever the status, since some partners give
    /// what they say such a status.
    /// </param>
    /// <param name="isSigned">
    /// Whether <paramref name="read"/> gives <c>Done</c> only for what the partner signed. Then the body speaks before the status.
    /// </param>
    public static PartnerAnswer<T> Of<T>(
        Exchange exchange, Func<Exchange.Answered, PartnerObject, PartnerAnswer<T>?> read, bool isSigned = false)
        where T : class => exchange switch
        {
            Exchange.NotSent failed => new PartnerAnswer<T>.NotSent(failed.Reason, Side: failed.Side),
            Exchange.Lost lost => new PartnerAnswer<T>.Unknown(lost.Reason, FaultSide.Network),
            Exchange.Answered answered => OfAnswer(answered, read, isSigned),
            _ => throw new InvalidOperationException("Exchange is a closed set."),
        };

    /// <summary>An answer whose status says that it is not to be read.</summary>
    private static PartnerAnswer<T> OfStatus<T>(Exchange.Answered answered)
        where T : class
    {
        var status = string.Create(CultureInfo.InvariantCulture, $"HTTP {answered.Status}");
        return StatusTable.Of(answered.Status) switch
        {
            StatusMeaning.Later => new PartnerAnswer<T>.NotSent($"{status}: the partner asks to wait", answered.RetryAfter),
            StatusMeaning.Configuration => new PartnerAnswer<T>.Refused(RefusalKind.Configuration, status, "the call did not reach the operation"),
            StatusMeaning.AskTheBody => new PartnerAnswer<T>.Unknown($"{status}: an answer that cannot be read"),
            _ => new PartnerAnswer<T>.Unknown($"{status}: the partner failed with the whole call in hand"),
        };
    }

    private static PartnerAnswer<T> OfAnswer<T>(
        Exchange.Answered answered, Func<Exchange.Answered, PartnerObject, PartnerAnswer<T>?> read, bool isSigned)
        where T : class
    {
        var json = answered.Body is null ? null : PartnerJson.Read(answered.Body, answered.Body.Length);
        var said = json is null ? null : read(answered, json);
        return said is not null && IsBelieved(StatusTable.Of(answered.Status), said, isSigned) ? said : OfStatus<T>(answered);
    }

    // What nobody signed can be a gateway's own: behind a status of failure only its refusals are believed.
    private static bool IsBelieved<T>(StatusMeaning meaning, PartnerAnswer<T> said, bool isSigned)
        where T : class =>
        isSigned || meaning is StatusMeaning.AskTheBody || (said is PartnerAnswer<T>.Refused && meaning is not StatusMeaning.Later);
}
