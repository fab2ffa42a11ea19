using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Doors;

namespace DichVuCong.Gateway.OneStop.Pushes;

/// <summary>
/// CapNhatTienDoHoSoMC (2.4): each row is taken or refused by itself, in any order; all that is taken of a call is durable with one commit.
/// </summary>
internal sealed class ProgressSync(AgencyRowLookup lookup, StrayCodes strays, PushDoor door)
{
    public async Task<Answer> AnswerAsync(SystemCall call, RecordProgress push, CancellationToken cancellationToken)
    {
        var rows = push.Items.Select(item => item.Value is null ? null : InboundProgress.Map(item.Value, item.Path)).ToList();
        var known = await KnownRows.FindAsync(
            lookup, rows.Select(row => row?.Value is { } read ? new PushedRow(read.Dossier, read.Row.RowId) : (PushedRow?)null), cancellationToken);
        var seen = new HashSet<PushedRow>();
        var verdicts = push.Items.Select((item, index) => Judge(call, item, rows[index], known[index], seen)).ToList();
        await door.CommitAsync(call, verdicts, cancellationToken);
        return Answer.Of(call, [.. verdicts.Select(verdict => verdict.Result)]);
    }

    private ItemVerdict Judge(
        SystemCall call, InboundItem<ProgressRow> item, WireResult<InboundProgress>? row, PushedDossier? known, HashSet<PushedRow> seen)
    {
        if (row is null) return ItemVerdict.Only(ItemResult.Refused(item));
        if (!row.IsRead) return ItemVerdict.Only(ItemResult.Refused(item, row.Fault));
        if (known is null) return new ItemVerdict(ItemResult.Of(item, ItemOutcome.NotKnown), [], strays.Note(call, row.Value.Dossier));
        if (!KnownDossiers.IsOf(call, known.Dossier)) return ItemVerdict.Only(ItemResult.Refused(item, CallFaults.DossierNotYours($"{item.Path}.")));
        var isFirst = seen.Add(new PushedRow(row.Value.Dossier, row.Value.Row.RowId));
        if (known.IsKept || !isFirst) return ItemVerdict.Only(ItemResult.Of(item, ItemOutcome.SameAgain));
        return new ItemVerdict(
            ItemResult.Of(item, ItemOutcome.Stored),
            [new DoorMessage(new RecordAgencyStatus(row.Value.Dossier, call.System.Code, row.Value.Row), known.Dossier.Flow)],
            []);
    }
}
