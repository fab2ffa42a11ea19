using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Adapters.Banks.Statements.Answers;
using DichVuCong.Adapters.Banks.Statements.Text;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Saga.Reconciliation;

namespace DichVuCong.Payments.Reconciliation.Reports;

/// <summary>Our answer to a bank's file, in the bank's own layout.</summary>
internal static class BankAnswer
{
    /// <summary>Whether a family has a place for results: camt.053 and MT940 are not answered.</summary>
    public static bool IsPossible(IStatementFamily family) => family is TextFamily { Layout: var layout } && (layout.Answer ?? layout).Line.Result is not null;

    /// <summary>What the answer is called: the bank's name with our mark before its ending.</summary>
    public static string NameOf(StatementFileRow file) => $"{Path.GetFileNameWithoutExtension(file.Name)}_DVCQG{Path.GetExtension(file.Name)}";

    /// <summary>Writes it.</summary>
    public static void Write(
        Stream to, ReconciledPartner partner, RunRow run, VerifiedStatement received, StatementFileRow file, DateTimeOffset madeAt,
        IReadOnlyDictionary<long, (short Class, short Action)> outcomes, IEnumerable<ReportRow> missingAtBank)
    {
        var layout = ((TextFamily)received.Family).Layout;
        var line = (layout.Answer ?? layout).Line;
        var named = new StatementFile
        {
            Name = NameOf(file),
            Open = () => Stream.Null,
            Day = run.Day,
            CutOff = partner.CutOff,
            Key = partner.FileKey,
            MadeAt = madeAt,
        };
        AnswerFile.Write(to, received, named, new StatementAnswer
        {
            OutcomeOf = number => outcomes.TryGetValue(number, out var outcome) ? OutcomeOf(outcome.Class, outcome.Action) : AnswerOutcome.Matched,
            MissingAtBank = missingAtBank.Select(row => LineOf(row, run.Day))
                .Where(each => line.Kinds.Any(kind => kind.Kind == each.Kind && kind.Direction == each.Direction)),
            Codes = partner.Answer,
        });
    }

    /// <summary>What waits for the next file is not told; what was confirmed by the line itself is agreed.</summary>
    private static AnswerOutcome? OutcomeOf(short found, short action) => (ResultClass)found switch
    {
        ResultClass.Matched => AnswerOutcome.Matched,
        ResultClass.ExpectedLater => null,
        _ when action == (short)FindingAction.ConfirmPayment => AnswerOutcome.Matched,
        ResultClass.MissingHere or ResultClass.RefundUnmatched or ResultClass.Duplicate => AnswerOutcome.MissingHere,
        _ => AnswerOutcome.Differs,
    };

    private static StatementLine LineOf(ReportRow row, DateOnly day) => new()
    {
        LineNumber = 0,
        Kind = (StatementKind)row.Kind,
        PartnerReference = row.TransactionNo,
        OurReference = row.Reference,
        Amount = new Vnd(Math.Abs(row.Amount)),
        Direction = row.Amount < 0 ? StatementDirection.Debit : StatementDirection.Credit,
        Time = row.At,
        BankDate = day,
        Account = "",
    };
}
