using System.CommandLine;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Accounts;

/// <summary>The commands of <c>dvc accounts</c>: officers and administrators (A8-A12). Who may call the Gateway is <c>dvc account</c>'s.</summary>
internal static class AccountsGroup
{
    public static Command Of(CliEnvironment environment) => DvcGroup.Of(
        "accounts", "Accounts of officers and administrators, their requests, clocks and reviews; and system accounts.",
        new ShowCommand(environment),
        new RequestsCommand(environment),
        new DecideRequestCommand(environment, RequestVerb.Check),
        new DecideRequestCommand(environment, RequestVerb.Approve),
        new DecideRequestCommand(environment, RequestVerb.Refuse),
        new HandOnCommand(environment),
        new AccountOrderCommand(environment, OrderVerb.Lock),
        new AccountOrderCommand(environment, OrderVerb.Unlock),
        new AccountOrderCommand(environment, OrderVerb.Suspend),
        new AccountOrderCommand(environment, OrderVerb.Withdraw),
        new AccountDocumentCommand(environment, DocumentVerb.HandOver),
        new AccountDocumentCommand(environment, DocumentVerb.Commit),
        new AccountDocumentCommand(environment, DocumentVerb.Report),
        new LockingCommand(environment),
        new PushesCommand(environment),
        new ReviewsCommand(environment),
        new UnitCommand(environment),
        new ImportCommand(environment),
        new SeedOfficersCommand(environment),
        new RestoresCommand(environment),
        new RestoreAnswerCommand(environment),
        DvcGroup.Of(
            "systems", "Secrets of system-to-system accounts (A8.2d).", new SecretsListCommand(environment), new SecretIssueCommand(environment, rotates: false),
            new SecretIssueCommand(environment, rotates: true), new SecretRevokeCommand(environment)));
}
