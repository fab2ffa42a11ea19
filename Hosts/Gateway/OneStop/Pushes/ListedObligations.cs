using System.Globalization;
using System.Text.Json;
using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Accounts;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Gateway.OneStop.Pushes;

/// <summary>
/// States what whole dossiers with status 6 ask to be paid (A25.2), in the commit that takes the status. The status is taken whatever the fees
/// are: what cannot be stated, or is not what was stated before, charges nobody and becomes an inquiry, which the agency sees, the operators
/// see, and two persons close.
/// </summary>
internal sealed class ListedObligations(ObligationLookup obligations, AgencyAccounts accounts, PaymentReferences references, OneStopOptions options)
{
    private const int HashDigits = 8;

    /// <summary>Adds to each item what its fees become.</summary>
    public async Task<IReadOnlyList<ItemVerdict>> AddAsync(SystemCall call, IReadOnlyList<ItemVerdict> verdicts, CancellationToken cancellationToken)
    {
        var asked = verdicts.Select(verdict => verdict.Fees).OfType<PushedFees>().ToList();
        if (asked.Count == 0) return verdicts;
        var known = (await obligations.OfDossiersAsync(asked.Select(fees => fees.Dossier).Distinct(), cancellationToken))
            .ToLookup(row => row.Dossier!.Value);
        var registered = await AccountsAsync(asked, VietnamTime.DayOf(call.Now), cancellationToken);
        // A push may hold a dossier twice: what the first states is known to the second.
        var stated = new Dictionary<DossierCode, PushedFees>();
        return
        [
            .. verdicts.Select(verdict => verdict.Fees is { } fees ? Add(call, verdict, fees, [.. known[fees.Dossier]], registered, stated) : verdict),
        ];
    }

    private async Task<Dictionary<AgencyCode, IReadOnlyList<BeneficiaryAccount>>> AccountsAsync(
        List<PushedFees> asked, DateOnly today, CancellationToken cancellationToken)
    {
        var agencies = asked.Select(fees => fees.Agency?.Code).OfType<AgencyCode>().Distinct().ToList();
        var rows = await Task.WhenAll(agencies.Select(agency => accounts.OfAsync(agency, cancellationToken)));
        return agencies.Zip(rows).ToDictionary(pair => pair.First, pair => Valid(pair.Second));

        IReadOnlyList<BeneficiaryAccount> Valid(IReadOnlyList<AgencyAccount> all) => [.. all.Where(row => row.IsValidOn(today)).Select(row => row.Account)];
    }

    private ItemVerdict Add(
        SystemCall call, ItemVerdict verdict, PushedFees fees, List<ObligationRow> known,
        Dictionary<AgencyCode, IReadOnlyList<BeneficiaryAccount>> registered, Dictionary<DossierCode, PushedFees> stated)
    {
        var id = ListedFees.IdentityOf(call.System.Code, fees.Dossier);
        if (stated.TryGetValue(fees.Dossier, out var earlier))
        {
            return SameContent(earlier.Content, fees) ? verdict : Differ(call, verdict, fees, id, earlier.Total);
        }

        var own = known.Find(row => row.Obligation == id);
        if (own is not null && (fees.IsRepeat || SameContent(own.Content, fees))) return verdict;
        if (own is not null && IsStanding(own.State)) return Differ(call, verdict, fees, id, own.Amount);

        // The agency may have stated the same money by INIT or POST /v1/obligations already: then the lines only tell of it.
        var standing = known.Where(row => IsStanding(row.State)).ToList();
        var amount = Vnd.Sum(standing.Select(row => row.Amount));
        if (standing.Count > 0 && (fees.IsRepeat || (fees.IsReadable && amount == fees.Total))) return verdict;
        return own is null && standing.Count == 0 ? Take(call, verdict, fees, id, registered, stated) : Differ(call, verdict, fees, id, amount);
    }

    /// <summary>Fees of a dossier for which nothing stands.</summary>
    private ItemVerdict Take(
        SystemCall call, ItemVerdict verdict, PushedFees fees, ObligationId id, Dictionary<AgencyCode, IReadOnlyList<BeneficiaryAccount>> registered,
        Dictionary<DossierCode, PushedFees> stated)
    {
        // A status may come late or be wrong: nobody is charged for a dossier that has ended.
        if (fees.IsFinished) return Inquire(call, verdict, fees, "finished", Vnd.Zero);
        var payees = fees.Agency is { } agency ? registered[agency.Code] : [];
        return ListedFees.Of(DossierState.PaymentRequested, [.. fees.Lines.Select(ListedFeeOf)], payees) switch
        {
            ListedFees.Stated list => State(call, verdict, fees, id, list.Lines, stated),
            ListedFees.Unclear unclear when !fees.IsRepeat => Inquire(
                call, verdict, fees, $"{NameOf(unclear.Fault)}-{(unclear.Line + 1).ToString(CultureInfo.InvariantCulture)}", Vnd.Zero),
            _ => verdict,
        };
    }

    private ItemVerdict State(
        SystemCall call, ItemVerdict verdict, PushedFees fees, ObligationId id, IReadOnlyList<FeeLine> lines,
        Dictionary<DossierCode, PushedFees> stated)
    {
        var obligation = new StatedObligation
        {
            Id = id,
            OwnId = fees.Dossier.Value,
            Dossier = fees.Dossier,
            Agency = fees.Agency!,
            Lines = lines,
            ExpiresAt = call.Now + TimeSpan.FromDays(options.PaymentDays),
            // The owner of a dossier need not be who pays: nothing was said of the payer.
            Words = new ObligationWords(),
            Caller = call.Account.Name,
        };
        var orders = ObligationSplit.OrdersOf(lines, VietnamTime.DayOf(call.Now), references.Draw);
        stated.Add(fees.Dossier, fees);
        return With(verdict, [obligation.Message(orders)], [obligation.Record(orders, call.Now, fees.Content)]);
    }

    /// <summary>Other fees than those that stand: a conflict as with any other statement, and somebody has to say which are right.</summary>
    private static ItemVerdict Differ(SystemCall call, ItemVerdict verdict, PushedFees fees, ObligationId id, Vnd amount)
    {
        var detail = $"{call.System.Code} pushed {id} with other fees than those that were stated";
        var conflict = new NoteConflict(PaymentEndpoints.StatedObligations, fees.Dossier, fees.Content, detail);
        return With(Inquire(call, verdict, fees, "differ", amount), [], [conflict]);
    }

    /// <summary>
    /// Opens an inquiry: ours is what stands, theirs what the lines come to. Its identity says why, and is the same when the same fees come
    /// again.
    /// </summary>
    private static ItemVerdict Inquire(SystemCall call, ItemVerdict verdict, PushedFees fees, string cause, Vnd amount)
    {
        var difference = $"{fees.Dossier.Value}-fees-{cause}-{Convert.ToHexStringLower(fees.Content)[..HashDigits]}";
        var message = new OpenInquiry(
            difference, DifferenceKind.FeesUnclear, Partner: "", Reference: null, fees.Agency?.Code, TransactionNo: null, amount, fees.Total,
            VietnamTime.DayOf(call.Now));
        return With(verdict, [new DoorMessage(message, PaymentFlow.Shared)], []);
    }

    private static ItemVerdict With(ItemVerdict verdict, IReadOnlyList<DoorMessage> messages, IReadOnlyList<object> records) =>
        verdict with { Messages = [.. verdict.Messages, .. messages], Records = [.. verdict.Records, .. records] };

    private static bool SameContent(byte[] content, PushedFees fees) => content.AsSpan().SequenceEqual(fees.Content);

    /// <summary>Whether money of it can still be paid, or was: one that ended without money stands in nobody's way.</summary>
    private static bool IsStanding(ObligationState state) =>
        state is ObligationState.Open or ObligationState.PartlyPaid or ObligationState.Paid or ObligationState.Settled;

    private static ListedFee ListedFeeOf(InboundFee line) => new(line.Kind, line.Code, line.Name, line.Amount);

    private static string NameOf(ListedFault fault) => JsonNamingPolicy.CamelCase.ConvertName(fault.ToString());
}
