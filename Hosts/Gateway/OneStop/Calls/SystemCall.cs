using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Registries.Access;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Gateway.OneStop.Calls;

/// <summary>A call of a system that is known, and what it may touch.</summary>
internal sealed class SystemCall
{
    private (Agency? Agency, WireFault? Fault)? _speaker;

    public required Account Account { get; init; }

    public required OneStopSystem System { get; init; }

    public required CatalogueVersion Catalogue { get; init; }

    public required SystemScope Scope { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required ReplyStyle Style { get; init; }

    /// <summary>The service's name on the wire.</summary>
    public required string Service { get; init; }

    /// <summary>The body as it came.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>madonvi as it came; the account's own name where the call says nothing, since accounts are named by agencies' codes.</summary>
    public required string? MaDonVi { get; init; }

    public CatalogueIndex Index => Catalogue.Index;

    /// <summary>The agency that speaks, or why it may not.</summary>
    public (Agency? Agency, WireFault? Fault) Speaker() => _speaker ??= FindSpeaker();

    private (Agency? Agency, WireFault? Fault) FindSpeaker()
    {
        if (string.IsNullOrEmpty(MaDonVi)) return (null, CallFaults.SpeakerMissing);
        if (!AgencyCode.TryParse(MaDonVi, out var code)) return (null, CallFaults.SpeakerMalformed);
        return Scope.Speaker(code) switch
        {
            ScopeAnswer.Allowed allowed => (allowed.Agency, null),
            ScopeAnswer.UnknownAgency unknown => (null, CallFaults.SpeakerUnknown(unknown.Code)),
            ScopeAnswer.NotItsAgency foreign => (null, CallFaults.SpeakerNotYours(foreign.Agency)),
            var other => throw new System.Diagnostics.UnreachableException($"No speaker is {other.GetType().Name}."),
        };
    }
}
