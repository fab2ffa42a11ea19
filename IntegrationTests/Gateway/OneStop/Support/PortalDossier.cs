using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Lanes;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Gateway.Tests.OneStop.Support;

/// <summary>A dossier that came from the portal: its row in the registry, without the rest of its journey.</summary>
internal static class PortalDossier
{
    public static async Task<string> FileAsync(GatewayFixture gateway, string agency)
    {
        var code = DossierCode.Parse(Sample.Code(agency));
        await gateway.Services.GetRequiredService<Door>().AcceptAsync(
            new DoorCall
            {
                Records =
                [
                    new RegisterDossier(
                        code, ProcedureCode.Parse(Sample.Procedure), AgencyCode.Parse(agency), agency, DossierOrigin.Portal, FilingChannel.Online,
                        Central: false, Flow.Of(1, Urgency.Normal), "portal", $"test-{code}", Applicant: null,
                        new DateTimeOffset(2026, 1, 5, 8, 0, 0, VietnamTime.Offset), DossierState.Filed, Deadline: null),
                ],
            },
            CancellationToken.None);
        return code.Value;
    }
}
