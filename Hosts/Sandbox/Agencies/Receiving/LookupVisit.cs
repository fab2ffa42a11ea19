using System.Globalization;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Sandbox.Agencies.Dossiers;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Agencies.Receiving;

/// <summary>The portal asks whether the system has a dossier (2.8).</summary>
internal sealed class LookupVisit(AgencySystem system, AgencyDossier? dossier) : IVisit
{
    private const string Registered = "1";

    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        if (dossier is null) return HttpAnswer.OfJson(AgencyReplies.NotFound(AgencyStyles.Of(system.Replies, fault)));
        lock (dossier)
        {
            dossier.Questions++;
            return HttpAnswer.OfJson(dossier.Facts is { } facts
                ? AgencyReplies.Found(Of(dossier, facts))
                : AgencyReplies.NotFound(AgencyStyles.Of(system.Replies, fault)));
        }
    }

    private static DossierSummary Of(AgencyDossier dossier, DossierFacts facts) => new()
    {
        MaHoSo = dossier.Code,
        MaTTHC = facts.MaTTHC,
        TenTTHC = facts.TenTTHC,
        MaLinhVuc = facts.MaLinhVuc,
        TenLinhVuc = facts.TenLinhVuc,
        TrangThaiHoSo = dossier.StepsTaken == 0 ? Registered : dossier.Journey!.Steps[dossier.StepsTaken - 1].State.ToString(CultureInfo.InvariantCulture),
        HinhThuc = dossier.IsCounter ? "0" : "1",
        DonViXuLy = facts.DonViXuLy,
    };
}
