using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Simulation.Partners.Notices;

/// <summary>A notice that reached the applicant.</summary>
internal sealed record DeliveredNotice(Guid Id, string Dossier, string Occasion, NoticeChannels Channel, DateTimeOffset At);

/// <summary>What a provider brought to applicants, and where it lied.</summary>
internal sealed class NoticeLedger
{
    private readonly List<DeliveredNotice> _delivered = [];
    private readonly HashSet<(string Dossier, string Occasion)> _lies = [];

    public IReadOnlyList<DeliveredNotice> Delivered => _delivered;

    public bool HasLiedOf(string dossier, string occasion) => _lies.Contains((dossier, occasion));

    public void Lied(DossierCode dossier, string occasion) => _lies.Add((dossier.Value, occasion));

    public bool Has(Guid id) => _delivered.Exists(notice => notice.Id == id);

    public void Deliver(PartnerCall call, DossierCode dossier, string occasion, NoticeChannels channel, DateTimeOffset now) =>
        _delivered.Add(new DeliveredNotice(call.IdempotencyKey, dossier.Value, occasion, channel, now));
}
