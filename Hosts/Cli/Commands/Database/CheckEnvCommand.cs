using System.CommandLine;
using DichVuCong.Cli.Commands.Reconcile;
using DichVuCong.Cli.Running;
using DichVuCong.Messaging;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Settings;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Accounts.Scopes;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Cli.Commands.Database;

/// <summary><c>dvc check-env</c>: whether server, database and settings are fit for work.</summary>
internal sealed class CheckEnvCommand(CliEnvironment environment)
    : DvcCommand(environment, "check-env", "Check that server, database and settings are fit for work; ends with 1 when something is refused.")
{
    private static readonly Dictionary<CheckLevel, string> Words = new()
    {
        [CheckLevel.Good] = "đạt",
        [CheckLevel.Advice] = "nên xem",
        [CheckLevel.Refused] = "KHÔNG ĐẠT",
    };

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var work = Open();
        var topology = new Topology().AddDossiers(new DossierRules()).AddDoorRecords().AddPayments(new PaymentRules()).AddPaymentDoorRecords()
            .AddAccounts(new AccountRules()).AddAccountDoorRecords().AddScopes(new ScopeRules());
        IReadOnlyList<CheckResult> results =
        [
            .. await new ServerCheck(work.Source, work.Settings.IsDevelopment).RunAsync(cancellationToken),
            .. await new SchemaCheck(work.Source, topology).RunAsync(cancellationToken),
            .. await PaymentsAsync(work, cancellationToken),
        ];
        return new Answer(
            new { checks = results },
            console =>
            {
                var table = Tables.Of("Kết quả", "Mục", "Hiện tại", "Yêu cầu");
                foreach (var result in results) table.Row(Words[result.Level], result.What, result.Found, result.Rule);
                console.Write(table);
            },
            results.Any(result => result.Level == CheckLevel.Refused) ? ExitCodes.Problems : ExitCodes.Ok);
    }

    /// <summary>Settings that a host would refuse are one finding among the others: the rest is worth knowing too.</summary>
    private static async Task<IReadOnlyList<CheckResult>> PaymentsAsync(Workplace work, CancellationToken cancellationToken)
    {
        ReconcilingSettings settings;
        try
        {
            settings = ReconcileDesk.ReadSettings(work);
        }
        catch (SettingsException wrong)
        {
            return [new CheckResult(CheckLevel.Refused, "payment settings", wrong.Message, "settings that the hosts take")];
        }

        return
        [
            .. await new StatementCheck(work.Source, work.Environment.Time).RunAsync(settings.All, cancellationToken),
            .. FolderCheck.Run(settings),
        ];
    }
}
