using System.CommandLine;
using System.CommandLine.Invocation;
using DichVuCong.Cli.Commands.Access;
using DichVuCong.Cli.Commands.Accounts;
using DichVuCong.Cli.Commands.Audit;
using DichVuCong.Cli.Commands.Backups;
using DichVuCong.Cli.Commands.Catalogue;
using DichVuCong.Cli.Commands.Database;
using DichVuCong.Cli.Commands.Deadlines;
using DichVuCong.Cli.Commands.Desk;
using DichVuCong.Cli.Commands.Dossiers;
using DichVuCong.Cli.Commands.Load;
using DichVuCong.Cli.Commands.Notify;
using DichVuCong.Cli.Commands.Parcels;
using DichVuCong.Cli.Commands.Partners;
using DichVuCong.Cli.Commands.Payments;
using DichVuCong.Cli.Commands.Reconcile;
using DichVuCong.Cli.Commands.Routing;
using DichVuCong.Cli.Commands.Sagas;
using DichVuCong.Cli.Commands.Work;
using DichVuCong.Cli.Running;
using DichVuCong.Registries.Operations.Work;
using DichVuCong.Runtime.Parking;

namespace DichVuCong.Cli;

/// <summary>The commands of <c>dvc</c>.</summary>
internal static class CommandTree
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, CliEnvironment environment, CancellationToken cancellationToken)
    {
        var parsed = Build(environment).Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors) await environment.Error.WriteLineAsync(error.Message);
            await environment.Error.WriteLineAsync($"Say: {NameOf(parsed.CommandResult.Command)} --help");
            return ExitCodes.Usage;
        }

        var configuration = new InvocationConfiguration
        {
            Output = environment.Output,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        };
        return await parsed.InvokeAsync(configuration, cancellationToken);
    }

    private static RootCommand Build(CliEnvironment environment) => new("Operates DichVuCong, the integration middleware of the National Public Service Portal.")
    {
        Parameters.Json,
        new MigrateCommand(environment),
        DvcGroup.Of("catalogue", "The catalogue of procedures, places, agencies, systems and calendars.", new CatalogueImportCommand(environment), new CatalogueFindingsCommand(environment)),
        DvcGroup.Of(
            "account", "The accounts that may call.", new AccountAddCommand(environment), new AccountDisableCommand(environment),
            new AccountListCommand(environment), new SeedDevelopmentCommand(environment)),
        DvcGroup.Of("sandbox", "The simulated partners of development.", new SandboxConnectCommand(environment)),
        DvcGroup.Of(
            "load", "Load tests through the Gateway, with every partner simulated.", new LoadDossiersCommand(environment), new LoadPaymentsCommand(environment),
            new LoadSeedCommand(environment)),
        new DemoCommand(environment),
        new HostsCommand(environment),
        DvcGroup.Of(
            "dossier", "Dossiers.", new DossierShowCommand(environment), new DossierFindCommand(environment), new DossierTasksCommand(environment),
            new DossierAssignCommand(environment), new DossierRedeliverCommand(environment), new DossierCorrectCommand(environment),
            new DossierIndexCommand(environment)).Also("dossiers"),
        DvcGroup.Of("sagas", "The sagas: where they stand, and which are stuck.", new SagasListCommand(environment), new SagasStuckCommand(environment)),
        PaymentsGroup.Of(environment),
        ParcelsGroup.Of(environment),
        AccountsGroup.Of(environment),
        DvcGroup.Of("routing", "Who is competent, and which system serves it.", new RoutingCheckCommand(environment), new RoutingResolveCommand(environment)),
        DvcGroup.Of(
            "reconcile", "Reconciliation with the partners' files.", new ReconcileRunCommand(environment), new ReconcileRunsCommand(environment),
            new ReconcileShowCommand(environment), new ReconcileFilesCommand(environment), new ReconcileFileCommand(environment), new ReconcileReportCommand(environment)),
        DvcGroup.Of(
            "parked", "Messages that wait for an operator.", new ParkedListCommand(environment), new ParkedShowCommand(environment),
            new ParkedCausesCommand(environment), new ParkedRetryGroupCommand(environment), new ParkedProgressCommand(environment),
            new ParkedOrderCommand(environment, ParkingAction.Retry), new ParkedOrderCommand(environment, ParkingAction.Edit),
            new ParkedOrderCommand(environment, ParkingAction.Discard)),
        DvcGroup.Of(
            "work", "What needs a human now, and who has it.", new WorkListCommand(environment), new WorkShowCommand(environment),
            new WorkStepCommand(environment, WorkStep.Acknowledged), new WorkStepCommand(environment, WorkStep.Assigned),
            new WorkStepCommand(environment, WorkStep.HandedOver), new WorkStepCommand(environment, WorkStep.Noted)),
        new AgenciesCommand(environment),
        DvcGroup.Of(
            "approvals", "What waits for a second person.", new ApprovalsListCommand(environment), new ApprovalDecideCommand(environment, approves: true),
            new ApprovalDecideCommand(environment, approves: false), new IdentitiesCommand(environment), new IdentityOrderCommand(environment, links: true),
            new IdentityOrderCommand(environment, links: false)),
        DvcGroup.Of(
            "audit", "Who did what.", new AuditListCommand(environment), new AuditVerifyCommand(environment), new AuditMakeKeyCommand(environment),
            new AuditExportCommand(environment), new AuditCheckExportCommand(environment)),
        DvcGroup.Of(
            "partners", "Partners: whose trouble it is, pause, maintenance, contacts.", new PartnersListCommand(environment), new PartnerShowCommand(environment),
            new PartnerPauseCommand(environment, pauses: true), new PartnerPauseCommand(environment, pauses: false),
            new MaintenanceCommand(environment, MaintenanceVerb.Save), new MaintenanceCommand(environment, MaintenanceVerb.Cancel),
            new MaintenanceCommand(environment, MaintenanceVerb.Announce), new PartnerContactCommand(environment), new PartnerCheckCommand(environment)).Also("partner"),
        DvcGroup.Of("notify", "What people are told.", new NotifyPreviewCommand(environment)),
        DvcGroup.Of(
            "clocks", "The running clocks.", new ClocksListCommand(environment), new ClockOrderCommand(environment, moves: true),
            new ClockOrderCommand(environment, moves: false)),
        DvcGroup.Of(
            "calendar", "The working calendar.", new CalendarShowCommand(environment), new CalendarDayCommand(environment, proposes: false),
            new CalendarDayCommand(environment, proposes: true)),
        new LinesCommand(environment),
        new FiguresCommand(environment),
        new DoubtsCommand(environment),
        new ConflictsCommand(environment),
        DvcGroup.Of(
            "journal", "The record of every decision.", new JournalVerifyCommand(environment), new JournalArchiveCommand(environment),
            new JournalArchivesCommand(environment)),
        DvcGroup.Of(
            "backup", "Backups of the database, and the log between them.", new BackupInitCommand(environment), new BackupTakeCommand(environment),
            new BackupListCommand(environment), new BackupVerifyCommand(environment), new BackupPruneCommand(environment)),
        new RestoreCommand(environment),
        new CheckEnvCommand(environment),
    };

    private static string NameOf(Command command)
    {
        var names = new List<string>();
        for (Symbol? symbol = command; symbol is Command named; symbol = named.Parents.FirstOrDefault()) names.Insert(0, named is RootCommand ? "dvc" : named.Name);
        return string.Join(' ', names);
    }
}
