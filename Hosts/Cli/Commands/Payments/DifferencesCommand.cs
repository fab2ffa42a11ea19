using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Payments.Desk;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary><c>dvc payments differences</c>: what does not agree.</summary>
internal sealed class DifferencesCommand : DvcCommand
{
    private readonly Option<string?> _partner = PaymentParameters.Partner("Only differences with this partner.");
    private readonly Option<AgencyCode?> _agency = Parameters.Agency("Only differences of this agency.");
    private readonly Option<DateOnly?> _day = Parameters.Day("--day", "Only transactions of this day.");
    private readonly Option<bool> _all = new("--all") { Description = "Those whose inquiry is closed too." };
    private readonly Option<int> _limit = Parameters.Limit(100);

    public DifferencesCommand(CliEnvironment environment)
        : base(environment, "differences", "List what does not agree between us, a partner and an agency.")
    {
        foreach (var option in new Option[] { _partner, _agency, _day, _all, _limit }) Options.Add(option);
    }

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var criteria = new InquiryCriteria
        {
            Partner = arguments.GetValue(_partner),
            Agency = arguments.GetValue(_agency),
            Day = arguments.GetValue(_day),
            WithClosed = arguments.GetValue(_all),
            Limit = arguments.GetValue(_limit),
        };
        var differences = await new InquiryDesk(work.Source).FindAsync(criteria, cancellationToken);
        return new Answer(new { differences }, console =>
        {
            var table = Tables.Of("Sai lệch", "Loại", "Đối tác", "Ngày", "Khoản thu", "Giao dịch", "Hệ thống có", "Đối tác có", "Tra soát");
            foreach (var row in differences)
            {
                table.Row(
                    row.Difference, PaymentWords.Of(row.Kind), row.Partner, PaymentWords.Day(row.Day), row.Reference?.Value, row.TransactionNo,
                    row.Expected.ToString(), row.Found.ToString(), PaymentWords.Of(row.State));
            }

            console.Write(table);
            console.Line(differences.Count == criteria.Limit ? $"{differences.Count} sai lệch (đã đến giới hạn --limit)." : $"{differences.Count} sai lệch.");
        });
    }
}
