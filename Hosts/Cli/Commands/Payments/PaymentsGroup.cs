using System.CommandLine;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary>The commands of <c>dvc payments</c>.</summary>
internal static class PaymentsGroup
{
    public static Command Of(CliEnvironment environment) => DvcGroup.Of(
        "payments", "Payments: orders, differences, inquiries, refunds and the ledger.",
        new OrdersCommand(environment),
        new OrderCommand(environment),
        new DifferencesCommand(environment),
        new InquiriesCommand(environment),
        new InquiryCommand(environment),
        new AnswerInquiryCommand(environment),
        new ProposeClosingCommand(environment),
        new DecideClosingCommand(environment),
        new RefundsCommand(environment),
        new DecideRefundCommand(environment),
        new LedgerCheckCommand(environment),
        DvcGroup.Of(
            "accounts", "The accounts that agencies registered for their fees.", new AccountsImportCommand(environment), new AccountsListCommand(environment),
            new AccountsSeedCommand(environment)));
}
