using System.CommandLine;
using DichVuCong.Cli.Commands.Payments;
using DichVuCong.Cli.Running;
using DichVuCong.Payments.Desk;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Payments.Settings;
using DichVuCong.Registries.Settings;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Cli.Commands.Reconcile;

/// <summary>The desk of reconciliation as a command has it, with the settings of the environment.</summary>
internal static class ReconcileDesk
{
    /// <summary>Reads the settings of the environment.</summary>
    public static ReconciliationDesk Of(Workplace work)
    {
        // What is sealed cannot be read without the keys: better said before than in the middle.
        _ = HostSettings.ReadDataKeys(work.Environment.Variable, work.Settings.IsDevelopment);
        return new ReconciliationDesk(
            work.Database, work.Sealer, ReadSettings(work), work.Settings.Sandbox, PaymentsDesk.Policy, PaymentsDesk.Trail(work), work.Environment.Time);
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
    public static ReconciledPartner Partner(this ReconciliationDesk desk, ParseResult arguments, Option<string?> option) =>
        desk.Partner(arguments.GetValue(option));
}
