using System.CommandLine;
using DichVuCong.Cli.Running;
using DichVuCong.Messaging;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Payments.Reconciliation.Reports;
using DichVuCong.Payments.Settings;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Registries.Settings;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Saga;
using DichVuCong.Saga.Payments;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Cli.Commands.Reconcile;

/// <summary>What the commands of <c>dvc reconcile</c> work with: the same parts as the Worker's clock, with the settings of the environment.</summary>
internal sealed class ReconcileDesk
{
    private readonly Workplace _work;

    private ReconcileDesk(Workplace work, ReconcilingSettings settings) => (_work, Settings) = (work, settings);

    /// <summary>The settings.</summary>
    public ReconcilingSettings Settings { get; }

    /// <summary>The files.</summary>
    public StatementList Files => new(_work.Source);

    /// <summary>The runs.</summary>
    public ReconciliationRuns Runs => new(_work.Source);

    /// <summary>Takes files.</summary>
    public StatementIntake Intake => new(new StatementStore(_work.Source, _work.Sealer), Files, _work.Environment.Time);

    /// <summary>Writes reports.</summary>
    public RunReports Reports => new(_work.Source, Intake, _work.Environment.Time);

    /// <summary>Reads the settings of the environment.</summary>
    public static ReconcileDesk Of(Workplace work)
    {
        // What is sealed cannot be read without the keys: better said before than in the middle.
        _ = HostSettings.ReadDataKeys(work.Environment.Variable, work.Settings.IsDevelopment);
        return new ReconcileDesk(work, ReadSettings(work));
    }

    /// <summary>The settings of the environment, without the keys: for who only looks.</summary>
    /// <exception cref="SettingsException">Something is missing or wrong.</exception>
    public static ReconcilingSettings ReadSettings(Workplace work)
    {
        var host = new HostSettings
        {
            Postgres = work.Settings.Postgres,
            DataKeys = "",
            IsDevelopment = work.Settings.IsDevelopment,
            PortBase = work.Settings.PortBase,
            PublicUrl = work.Settings.Gateway,
        };
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        return ReconcilingSettings.Read(configuration, PaymentSettings.Read(configuration, host));
    }

    /// <summary>A partner that an argument names.</summary>
    public ReconciledPartner Partner(ParseResult arguments, Option<string?> option)
    {
        var code = arguments.GetValue(option)!.ToLowerInvariant();
        return Settings.Find(code) ?? throw CliProblemException.NotFound(
            $"Không có đối tác {code} gửi tệp đối soát; có: {string.Join(", ", Settings.All.Select(partner => partner.Code))}.");
    }

    /// <summary>
    /// Runs a day, or repeats its run. In Development, where <c>Payments:Sandbox:TakesOpenDays</c> says so, with the Sandbox's statement of a day that
    /// is not over or has none.
    /// </summary>
    /// <param name="partner">The partner.</param>
    /// <param name="day">The bank's day.</param>
    /// <param name="by">Who runs it.</param>
    /// <param name="cancellationToken">The user's wish to stop.</param>
    /// <param name="takesAgain">Whether the Sandbox is asked for its statement of a day that is over and has one, too.</param>
    public async Task<RunAnswer> RunAsync(ReconciledPartner partner, DateOnly day, string by, CancellationToken cancellationToken, bool takesAgain = false)
    {
        var isWanted = partner.TakesOpenDays && (takesAgain || Intake.IsOpen(partner, day) || await Files.LatestAsync(partner.Code, day, cancellationToken) is null);
        if (isWanted)
        {
            var taken = await new SandboxStatement(_work.Settings.Sandbox, _work.Environment.Time).TakeAsync(Intake, partner, day, by, cancellationToken);
            if (taken?.Rejection is { } rejection)
            {
                throw CliProblemException.Refused(
                    $"Tệp của mô phỏng {partner.Code} bị từ chối: dòng {rejection.Line} {rejection.Field}, quy tắc {rejection.Rule}: {rejection.Details}");
            }
        }

        return await (await ReconcilerAsync(cancellationToken)).RunAsync(partner, day, by, repeats: true, cancellationToken);
    }

    /// <summary>Runs reconciliations; it sends messages, so a restored database must have been marked.</summary>
    public async Task<Reconciler> ReconcilerAsync(CancellationToken cancellationToken)
    {
        await Incarnation.RequireAsync(_work.Source, cancellationToken);
        var topology = new Topology().AddPayments(new PaymentRules());
        return new Reconciler(_work.Database, new EarlierMessages(_work.Database, topology, _work.Environment.Time), Settings, _work.Environment.Time);
    }
}
