using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Wire;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>What came of reading a ministry's request: a closed set.</summary>
public abstract record PlatformReading
{
    private PlatformReading()
    {
    }

    /// <summary>Who asked; null when that is not known.</summary>
    public PlatformPartner? Partner { get; private init; }

    /// <summary>What the reply repeats of the request.</summary>
    internal PartnerObject? Echo { get; private init; }

    /// <summary>Proven to come from the partner, and within its rules.</summary>
    /// <param name="Request">What it asks.</param>
    /// <param name="KeyId">The key that proved it.</param>
    public sealed record Verified(PlatformRequest Request, string KeyId) : PlatformReading;

    /// <summary>Not taken.</summary>
    /// <param name="Outcome"><see cref="CallbackOutcome.BadSignature"/> or <see cref="CallbackOutcome.Malformed"/>.</param>
    /// <param name="Fault">The field and the rule.</param>
    public sealed record Refused(CallbackOutcome Outcome, PartnerFault Fault) : PlatformReading;

    internal static PlatformReading Of(PlatformRequest request, string keyId, PlatformPartner partner, PartnerObject echo) =>
        new Verified(request, keyId) { Partner = partner, Echo = echo };

    internal static PlatformReading Of(CallbackOutcome outcome, PartnerFault fault, PlatformPartner? partner = null, PartnerObject? echo = null) =>
        new Refused(outcome, fault) { Partner = partner, Echo = echo };
}
