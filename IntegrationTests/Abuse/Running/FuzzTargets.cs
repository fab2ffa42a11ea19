using DichVuCong.Abuse.Tests.Endpoints;
using DichVuCong.Abuse.Tests.Readers;

namespace DichVuCong.Abuse.Tests.Running;

/// <summary>Everything that is fuzzed.</summary>
internal static class FuzzTargets
{
    /// <summary>The readers of files, calls and answers.</summary>
    public static IReadOnlyList<IFuzzTarget> Readers { get; } =
        [.. CatalogueTargets.All, .. WireTargets.All, .. OneStopReplyTargets.All, .. NoticeTargets.All, .. StatementTargets.All, .. PartnerAnswerTargets.All, .. CallbackTargets.All, .. IdentityTargets.All];

    /// <summary>The endpoints of a gateway; without a host, only to see which.</summary>
    public static IReadOnlyList<IFuzzTarget> Endpoints(FuzzHost? host) =>
    [
        .. PortalEndpoints.Of(host), .. OneStopEndpointInputs.Of(host), .. PaymentEndpoints.Of(host), .. AccountEndpointInputs.Of(host), .. ScopeEndpoints.Of(host),
        .. IdentityEndpoints.Of(host), .. PartnerEndpoints.Of(host), .. OtherEndpoints.Of(host),
    ];
}
