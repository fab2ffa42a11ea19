using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Doors;

namespace DichVuCong.Gateway.OneStop.Pushes;

/// <summary>DongBoTrangThaiHoSo (2.5): the status of a dossier that came from the portal, and what the agency calls it.</summary>
internal sealed class StatusSync(AgencyRowLookup lookup, StrayCodes strays, PushDoor door)
{
    public async Task<Answer> AnswerAsync(SystemCall call, SyncStatus push, CancellationToken cancellationToken)
    {
        var rows = push.Items.Select(item => item.Value is null ? null : InboundStatus.Map(item.Value, item.Path)).ToList();
        var known = await KnownRows.FindAsync(
            lookup, rows.Select(row => row?.Value is { } read ? new PushedRow(read.Dossier, read.Row.RowId) : (PushedRow?)null), cancellationToken);
        var verdicts = push.Items.Select((item, index) => Judge(call, item, rows[index], known[index])).ToList();
        await door.CommitAsync(call, verdicts, cancellationToken);
        return Answer.Of(call, [.. verdicts.Select(verdict => verdict.Result)]);
    }

    private ItemVerdict Judge(SystemCall call, InboundItem<DossierStatus> item, WireResult<InboundStatus>? row, PushedDossier? known)
    {
        if (row is null) return ItemVerdict.Only(ItemResult.Refused(item));
        if (!row.IsRead) return ItemVerdict.Only(ItemResult.Refused(item, row.Fault));
        if (known is null) return new ItemVerdict(ItemResult.Of(item, ItemOutcome.NotKnown), [], strays.Note(call, row.Value.Dossier));
        if (!KnownDossiers.IsOf(call, known.Dossier)) return ItemVerdict.Only(ItemResult.Refused(item, CallFaults.DossierNotYours($"{item.Path}.")));
        if (known.IsKept) return ItemVerdict.Only(ItemResult.Of(item, ItemOutcome.SameAgain));
        var status = row.Value;
        return new ItemVerdict(
            ItemResult.Of(item, ItemOutcome.Stored),
            [new DoorMessage(new RecordAgencyStatus(status.Dossier, call.System.Code, status.Row), known.Dossier.Flow)],
            status.CodeAtAgency is { } own && own != status.Dossier.Value ? [new NoteAlias(status.Dossier, call.System.Code, own)] : []);
    }
}
