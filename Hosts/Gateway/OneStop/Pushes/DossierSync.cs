using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;

namespace DichVuCong.Gateway.OneStop.Pushes;

/// <summary>
/// DongBoHoSoMC (2.1): whole dossiers, new ones and updates. Each is taken or refused by itself; what was taken is durable before the answer.
/// </summary>
internal sealed class DossierSync(AgencyRowLookup lookup, DossierBirth birth, ListedObligations fees, StrayCodes strays, PushDoor door)
{
    private const int Attempts = 5;
    private const string CodeIsTaken = "dossier_pkey";

    public async Task<Answer> AnswerAsync(SystemCall call, SyncDossiers push, CancellationToken cancellationToken)
    {
        if (push.IsUpdating is not { } isUpdating)
        {
            await door.KeepAsync(call, CallFaults.IsUpdatingMissing.Code, cancellationToken);
            return Answer.Refused(call, CallFaults.IsUpdatingMissing);
        }

        var dossiers = push.Items.Select(item => item.Value is null ? null : InboundDossier.Map(item.Value, item.Path)).ToList();
        for (var attempt = 1; ; attempt++)
        {
            var known = await KnownRows.FindAsync(lookup, dossiers.Select(PushedRowOf), cancellationToken);
            var born = new Dictionary<DossierCode, string>();
            var judged = push.Items
                .Select((item, index) => Judge(call, push, item, dossiers[index], known[index], isUpdating, born))
                .ToList();
            var verdicts = await fees.AddAsync(call, judged, cancellationToken);
            try
            {
                await door.CommitAsync(call, verdicts, cancellationToken);
                return Answer.Of(call, [.. verdicts.Select(verdict => verdict.Result)]);
            }
            catch (DoorRejectedException rejected) when (IsToBeJudgedAgain(rejected.Constraint) && attempt < Attempts)
            {
                // Somebody registered one of the codes in between, or stated one of the obligations: now it is known. Or a reference was drawn
                // twice: another is drawn. Nothing of the call was kept.
                continue;
            }
        }
    }

    private static bool IsToBeJudgedAgain(string constraint) =>
        constraint is CodeIsTaken or PaymentConstraints.Obligation or PaymentConstraints.Reference;

    private ItemVerdict Judge(
        SystemCall call, SyncDossiers push, InboundItem<IDossier> item, WireResult<InboundDossier>? read, PushedDossier? known, bool isUpdating,
        Dictionary<DossierCode, string> born)
    {
        if (read is null) return ItemVerdict.Only(ItemResult.Refused(item));
        if (!read.IsRead) return ItemVerdict.Only(ItemResult.Refused(item, read.Fault));
        var dossier = read.Value;
        if (known is not null) return JudgeKnown(call, push, item, dossier, known, isUpdating);
        if (isUpdating) return new ItemVerdict(ItemResult.Of(item, ItemOutcome.NotKnown), [], strays.Note(call, dossier.Dossier));
        if (born.TryGetValue(dossier.Dossier, out var content))
        {
            return ItemVerdict.Only(ItemResult.Of(item, content == dossier.ContentHash ? ItemOutcome.SameAgain : ItemOutcome.AlreadyExists));
        }

        var (agency, fault) = BirthScope.Of(call, dossier, call.Speaker().Agency!, $"{item.Path}.");
        if (agency is null) return ItemVerdict.Only(ItemResult.Refused(item, fault!));
        born.Add(dossier.Dossier, dossier.ContentHash);
        return new ItemVerdict(
            ItemResult.Of(item, ItemOutcome.Stored),
            birth.Messages(call, dossier, agency),
            [.. birth.Records(call, dossier, agency), RecordOf(call, push.Generation, dossier), .. strays.Note(call, dossier.Dossier, born: true)])
        {
            Fees = PushedFees.Of(dossier, agency),
        };
    }

    private static ItemVerdict JudgeKnown(
        SystemCall call, SyncDossiers push, InboundItem<IDossier> item, InboundDossier dossier, PushedDossier known, bool isUpdating)
    {
        if (!KnownDossiers.IsOf(call, known.Dossier)) return Foreign(call, item, dossier, isUpdating);
        // A repetition of what came last says nothing new; what came before that does as an update: the dossier goes back to it.
        if (known.IsLast && known.Dossier.State == DossierState.PaymentRequested)
        {
            // But fees that could not be stated the first time may be by now.
            return ItemVerdict.Only(ItemResult.Of(item, ItemOutcome.SameAgain)) with { Fees = PushedFees.Of(call, dossier, known) };
        }

        if (known.IsLast || (known.IsKept && !isUpdating)) return ItemVerdict.Only(ItemResult.Of(item, ItemOutcome.SameAgain));
        if (!isUpdating) return ItemVerdict.Only(ItemResult.Of(item, ItemOutcome.AlreadyExists));
        return new ItemVerdict(
            ItemResult.Of(item, ItemOutcome.Stored),
            [new DoorMessage(new RecordAgencyStatus(dossier.Dossier, call.System.Code, dossier.Row), known.Dossier.Flow)],
            [RecordOf(call, push.Generation, dossier)])
        {
            Fees = PushedFees.Of(call, dossier, known),
        };
    }

    /// <summary>An update of somebody else's dossier is refused; a new dossier under his code is a conflict that operators see too.</summary>
    private static ItemVerdict Foreign(SystemCall call, InboundItem<IDossier> item, InboundDossier dossier, bool isUpdating) => isUpdating
        ? ItemVerdict.Only(ItemResult.Refused(item, CallFaults.DossierNotYours($"{item.Path}.")))
        : new ItemVerdict(
            ItemResult.Refused(item, CallFaults.CodeTaken($"{item.Path}.")),
            [],
            [new NoteConflict(Endpoints.AgencyDossiers, dossier.Dossier, ContentOf(dossier), $"{call.System.Code} pushed a dossier under a code of another's")]);

    private static KeepAgencyRecord RecordOf(SystemCall call, WireGeneration generation, InboundDossier dossier) =>
        new(dossier.Dossier, call.System.Code, generation, ContentOf(dossier), dossier.ToJson());

    private static byte[] ContentOf(InboundDossier dossier) => Convert.FromHexString(dossier.ContentHash);

    private static PushedRow? PushedRowOf(WireResult<InboundDossier>? read) =>
        read?.Value is { } dossier ? new PushedRow(dossier.Dossier, dossier.Row.RowId, dossier.ContentHash) : null;
}
