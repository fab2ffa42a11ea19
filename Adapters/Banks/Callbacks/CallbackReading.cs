using DichVuCong.Adapters.Banks.Wire;

namespace DichVuCong.Adapters.Banks.Callbacks;

/// <summary>What came of reading a callback: a closed set. It also carries what the form's reply repeats of the request.</summary>
public abstract record CallbackReading
{
    private CallbackReading()
    {
    }

    /// <summary>What the reply repeats of the request; null when it could not be read.</summary>
    internal PartnerObject? Echo { get; init; }

    /// <summary>A call of which nothing was read, because there was no room or time for it.</summary>
    public static CallbackReading Unread { get; } = new Refused(CallbackOutcome.TransientFailure, new PartnerFault("callback.unread", "", "Not read."));

    /// <summary>Proven to come from the partner, and readable: a payment to record.</summary>
    /// <param name="Payment">What it says.</param>
    public sealed record Verified(PartnerPayment Payment) : CallbackReading;

    /// <summary>Proven to come from the partner, and about no payment to us: to be answered as accepted.</summary>
    /// <param name="Reason">What it is about.</param>
    public sealed record NotAPayment(string Reason) : CallbackReading;

    /// <summary>Not taken.</summary>
    /// <param name="Outcome">
    /// <see cref="CallbackOutcome.BadSignature"/>, <see cref="CallbackOutcome.Malformed"/>, or for want of room
    /// <see cref="CallbackOutcome.TransientFailure"/>.
    /// </param>
    /// <param name="Fault">Why, without a value.</param>
    public sealed record Refused(CallbackOutcome Outcome, PartnerFault Fault) : CallbackReading;

    internal static CallbackReading BadSignature(string message, string field, PartnerObject? echo = null) =>
        new Refused(CallbackOutcome.BadSignature, new PartnerFault($"{message}.{field}.wrong", field, "The signature does not fit.")) { Echo = echo };

    internal static CallbackReading Malformed(string message, string field, string rule, PartnerObject? echo = null) =>
        Malformed(new PartnerFault($"{message}.{field}.malformed", field, $"{field} {rule}."), echo);

    internal static CallbackReading Malformed(PartnerFault fault, PartnerObject? echo = null) =>
        new Refused(CallbackOutcome.Malformed, fault) { Echo = echo };
}
