using System.Diagnostics;
using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Gateway.OneStop.Pushes;

/// <summary>
/// Which agency a new dossier is of, and whether the system may register it: the agency that its code begins with, or, where no table knows
/// that code (a sub-unit's), the one that speaks.
/// </summary>
internal static class BirthScope
{
    public static (Agency? Agency, WireFault? Fault) Of(SystemCall call, InboundDossier dossier, Agency speaker, string path)
    {
        var day = VietnamTime.DayOf(dossier.ReceivedAt);
        var today = VietnamTime.DayOf(call.Now);
        if (speaker.Validity.IsOver(day)) return (null, CallFaults.AgencyClosed(path, speaker, call.Index.Agencies.SuccessorOf(speaker, today)));
        var issuer = AgencyCode.TryParse(dossier.Dossier.Value[..dossier.Dossier.Value.IndexOf('-', StringComparison.Ordinal)], out var code)
            && call.Index.Agencies.Find(code, today) is { } known ? known : speaker;
        return call.Scope.Dossier(issuer.Code, dossier.Procedure, day) switch
        {
            ScopeAnswer.Allowed allowed => (allowed.Agency, null),
            ScopeAnswer.ClosedAgency closed => (null, CallFaults.AgencyClosed(path, closed.Agency, closed.Successor)),
            ScopeAnswer.NotItsAgency => (null, CallFaults.DossierNotYours(path)),
            ScopeAnswer.NotItsProcedure foreign => (null, CallFaults.ProcedureNotYours(path, foreign.Procedure)),
            var other => throw new UnreachableException($"A known agency is never {other.GetType().Name}."),
        };
    }
}
