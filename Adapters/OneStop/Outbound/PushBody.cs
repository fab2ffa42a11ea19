using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Json;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Adapters.OneStop.Wire.Shapes;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>
/// The bodies of the portal's calls to an agency (<c>decisions.md</c>, Push to an agency; <c>one-stop-and-portal-wire.md</c> 2.8). All
/// scalars of a dossier are strings, lists that have nothing are empty, dates are Vietnam's time.
/// </summary>
internal static class PushBody
{
    /// <summary>The body that hands a dossier over.</summary>
    public static byte[] Of(DossierContent content, WireGeneration generation, IFileLinks links)
    {
        var envelope = new RequestEnvelope
        {
            Service = OneStopServices.PushDossier,
            IsUpdating = content.Revision > 1 ? bool.TrueString : bool.FalseString,
        };
        return JsonBytes.Of(writer => ClientRequests.WriteEnvelope(writer, envelope, generation switch
        {
            WireGeneration.G1 => () => WireShape<Wire.G1.Dossier>.Instance.Write(writer, PushedDossier.G1(content, links)),
            WireGeneration.G2 => () => WireShape<Wire.G2.Dossier>.Instance.Write(writer, PushedDossier.G2(content, links)),
            _ => throw new ArgumentOutOfRangeException(nameof(generation), generation, "No such generation of the contract."),
        }));
    }

    /// <summary>The body that asks for a dossier.</summary>
    public static byte[] Lookup(DossierCode dossier, OneStopSystem system) => ClientRequests.Call(new RequestEnvelope
    {
        MaDonVi = system.Owner.Value,
        Service = OneStopServices.LookUpDossier,
        MaSoHoSo = dossier.Value,
    });
}
