using System.Globalization;
using DichVuCong.Messaging;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Payments.Reconciliation.Reports;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Saga;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Payments.Desk;

/// <summary>What operators do about reconciliation: with the same parts as the Worker's clock.</summary>
/// <param name="database">The database.</param>
/// <param name="sealer">Opens stored files.</param>
/// <param name="settings">The partners and how they are reconciled.</param>
/// <param name="sandbox">Where the Sandbox answers: asked in Development alone, where the settings say that days which are not over are taken.</param>
/// <param name="policy">Who may.</param>
/// <param name="trail">Who did what.</param>
/// <param name="time">The clock.</param>
public sealed class ReconciliationDesk(
    RuntimeDatabase database, Sealer sealer, ReconcilingSettings settings, Uri sandbox, AccessPolicy policy, AuditTrail trail, TimeProvider time)
{
    /// <summary>The settings.</summary>
    public ReconcilingSettings Settings => settings;

    /// <summary>The files.</summary>
    public StatementList Files { get; } = new(database.Pooled);

    /// <summary>The runs.</summary>
    public ReconciliationRuns Runs { get; } = new(database.Pooled);

    /// <summary>Takes files.</summary>
    public StatementIntake Intake => new(new StatementStore(database.Pooled, sealer), Files, time);

    /// <summary>Writes reports.</summary>
    public RunReports Reports => new(database.Pooled, Intake, time);

    /// <summary>Why reports of a run cannot be written any more.</summary>
    public static DeskRefusedException PastKeeping(RunRow run) => DeskRefusals.PastKeeping(run);

    /// <summary>A partner that sends files.</summary>
    /// <exception cref="DeskRefusedException">There is none of this code.</exception>
    public ReconciledPartner Partner(string? code)
    {
        var wanted = code?.Trim().ToLowerInvariant() ?? "";
        return settings.Find(wanted) ?? throw DeskRefusals.NoPartner(wanted, settings.All.Select(partner => partner.Code));
    }

    /// <summary>The latest completed run of a day.</summary>
    /// <exception cref="DeskRefusedException">The day is not reconciled.</exception>
    public async Task<RunRow> CompletedAsync(ReconciledPartner partner, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partner);
        return await Runs.CompletedAsync(partner.Code, day, cancellationToken) ?? throw DeskRefusals.NoRun(partner.Code, day);
    }

    /// <summary>
    /// Runs a day, or repeats its run. In Development, where <c>Payments:Sandbox:TakesOpenDays</c> says so, with the Sandbox's statement of a day that
    /// is not over or has none.
    /// </summary>
    /// <param name="partner">The partner.</param>
    /// <param name="day">The bank's day.</param>
    /// <param name="by">Who runs it.</param>
    /// <param name="cancellationToken">Cancels; nothing is committed then.</param>
    /// <param name="takesAgain">Whether the Sandbox is asked for its statement of a day that is over and has one, too.</param>
    /// <exception cref="DeskRefusedException">The Sandbox's file was rejected.</exception>
    /// <exception cref="AccessRefusedException">Role or scope does not allow it.</exception>
    public async Task<RunAnswer> RunAsync(
        ReconciledPartner partner, DateOnly day, Signatory by, CancellationToken cancellationToken, bool takesAgain = false)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(by);
        policy.Require(by.Person, Permission.Act, agency: null);
        await Incarnation.RequireAsync(database.Pooled, cancellationToken);
        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // The order stands in the trail even when the run fails: what it found, and that it ended, is its own record.
        await trail.WriteAsync(
            database.Pooled, new AuditEntry(by.Person, "reconciliation.run", "reconciliation", $"{partner.Code} {date}") { Result = "ordered" }, cancellationToken);
        var isWanted = partner.TakesOpenDays && (takesAgain || Intake.IsOpen(partner, day) || await Files.LatestAsync(partner.Code, day, cancellationToken) is null);
        if (isWanted)
        {
            var taken = await new SandboxStatement(sandbox, time).TakeAsync(Intake, partner, day, by.Account, cancellationToken);
            if (taken?.Rejection is { } rejection)
                throw DeskRefusals.SandboxFile(partner.Code, rejection.Line, rejection.Field, rejection.Rule.ToString(), rejection.Details);
        }

        return await ReconcilerOf().RunAsync(partner, day, by.Account, repeats: true, cancellationToken);
    }

    /// <summary>Hands a partner's file in; it is taken whole or rejected whole.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="name">The file's name, without a folder.</param>
    /// <param name="open">Opens it from its beginning; it is read more than once.</param>
    /// <param name="announced">The size that the bank announced; null when it did not.</param>
    /// <param name="day">The day it must be of; null for the one that its name holds, or yesterday.</param>
    /// <param name="by">Who hands it in.</param>
    /// <param name="cancellationToken">Cancels; nothing is stored then.</param>
    /// <exception cref="AccessRefusedException">Role or scope does not allow it.</exception>
    public async Task<IntakeAnswer> TakeAsync(
        ReconciledPartner partner, string name, Func<Stream> open, long? announced, DateOnly? day, Signatory by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(by);
        policy.Require(by.Person, Permission.Act, agency: null);
        await trail.WriteAsync(
            database.Pooled, new AuditEntry(by.Person, "statement.take", "statement", $"{partner.Code} {name}") { Result = "ordered" }, cancellationToken);
        return await Intake.TakeAsync(partner, name, open, announced, day, by.Account, cancellationToken);
    }

    private Reconciler ReconcilerOf() =>
        new(database, new EarlierMessages(database, new Topology().AddPayments(new PaymentRules()), time), settings, time);
}
