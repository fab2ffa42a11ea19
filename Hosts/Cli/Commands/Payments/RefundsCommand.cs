using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Payments.Desk;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary><c>dvc payments refunds</c>: money on its way back, and what waits for a decision.</summary>
internal sealed class RefundsCommand : DvcCommand
{
    private readonly Option<int> _limit = Parameters.Limit(100);

    public RefundsCommand(CliEnvironment environment)
        : base(environment, "refunds", "List refunds that are not over: at partners, waiting for an agency, waiting for the second person.") =>
            Options.Add(_limit);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var (desk, limit) = (new RefundDesk(work.Source), arguments.GetValue(_limit));
        var unfinished = await desk.UnfinishedAsync(limit, agencies: null, cancellationToken);
        var requests = await desk.RequestsAsync(limit, agencies: null, cancellationToken);
        var unapproved = await desk.UnapprovedAsync(limit, agencies: null, cancellationToken);
        return new Answer(new { unfinished, requests, unapproved }, console =>
        {
            var atPartners = Tables.Of("Khoản thu", "Đối tác", "Giao dịch", "Số tiền", "Vì", "Tình trạng", "Từ lúc", "Quyết định");
            foreach (var (reference, row) in unfinished)
            {
                atPartners.Row(
                    reference.Value, row.Partner, row.TransactionNo, row.Amount.ToString(), PaymentWords.Of(row.Cause), PaymentWords.Of(row.State),
                    Tables.Time(row.Since),
                    row.DecisionNumber);
            }

            var waiting = Tables.Of("Khoản thu", "Đối tác", "Giao dịch", "Số tiền", "Cơ quan", "Đang chờ", "Từ lúc", "Lý do");
            foreach (var row in requests)
            {
                waiting.Row(
                    row.Reference.Value, row.Partner, row.TransactionNo, row.Amount.ToString(), row.Agency.Value, "cơ quan quyết định",
                    Tables.Time(row.AskedAt), row.Reason);
            }

            foreach (var (decision, at, _, _, _) in unapproved)
            {
                waiting.Row(
                    decision.Reference.Value, decision.Partner, decision.TransactionNo, decision.Amount.ToString(), decision.Agency.Value,
                    $"người thứ hai duyệt số {decision.DecisionNumber}", Tables.Time(at), decision.Reason);
            }

            console.Write(atPartners);
            console.Write(waiting);
            console.Line($"{unfinished.Count} lần hoàn đang ở đối tác, {requests.Count} đề nghị chờ cơ quan, {unapproved.Count} quyết định chờ duyệt.");
        });
    }
}
