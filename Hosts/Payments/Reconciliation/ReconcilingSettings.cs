using DichVuCong.Payments.Settings;
using DichVuCong.Registries.Settings;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Payments.Reconciliation;

/// <summary>How reconciliation runs: section <c>Reconciliation</c>. Its partners are those of <see cref="PaymentSettings"/> that send files.</summary>
public sealed record ReconcilingSettings
{
    /// <summary>The folder with one folder of files for each partner; none when files only come by <c>dvc reconcile file</c>.</summary>
    public string? Inbox { get; init; }

    /// <summary>The folder to which reports and answers of completed runs go by themselves; none when they only come by <c>dvc reconcile report</c>.</summary>
    public string? Reports { get; init; }

    /// <summary>What a run may have in memory, in megabytes. Default 384.</summary>
    public int MemoryMegabytes { get; init; } = 384;

    /// <summary>For how many days payments that were recorded late are looked for. Default 7.</summary>
    public int LookBackDays { get; init; } = 7;

    /// <summary>How often the clock and the inbox are looked at. Default 30 seconds.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For how long a file in the inbox must not have changed before it is taken. Default 30 seconds.</summary>
    public TimeSpan StableFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The partners that are reconciled.</summary>
    public IReadOnlyList<ReconciledPartner> All { get; init; } = [];

    /// <summary>A partner by its code; null when it is not reconciled.</summary>
    public ReconciledPartner? Find(string code) => All.FirstOrDefault(partner => partner.Code == code);

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="payments">The payment partners.</param>
    /// <exception cref="SettingsException">Something is wrong; the message names every such setting by its path, and shows no value.</exception>
    public static ReconcilingSettings Read(IConfiguration configuration, PaymentSettings payments)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(payments);
        var section = configuration.GetSection("Reconciliation");
        var problems = new List<string>();
        var settings = Bind(section, new ReconcilingSettings(), problems);
        var partners = new List<ReconciledPartner>();
        foreach (var partner in Of(payments))
        {
            var own = section.GetSection($"Partners:{partner.Code}");
            // What is agreed with the partner stands under Payments and nowhere else.
            var bound = Bind(own, partner with { }, problems) with
            {
                Code = partner.Code,
                Name = partner.Name,
                Statements = partner.Statements,
                CutOff = partner.CutOff,
                ReconcileAt = partner.ReconcileAt,
                TakesOpenDays = payments.Sandbox.TakesOpenDays,
            };
            problems.AddRange(bound.Validate().Select(problem => $"{own.Path}:{problem}"));
            partners.Add(bound);
        }

        problems.AddRange(section.GetSection("Partners").GetChildren().Where(child => partners.All(partner => partner.Code != child.Key))
            .Select(child => $"{child.Path} is no partner that sends files."));
        problems.AddRange(settings.Validate().Select(problem => $"{section.Path}:{problem}"));
        return problems.Count == 0 ? settings with { All = partners } : throw new SettingsException(string.Join(Environment.NewLine, problems));
    }

    private IEnumerable<string> Validate()
    {
        if (MemoryMegabytes is < 64 or > 65_536) yield return "MemoryMegabytes is 64 to 65536.";
        if (LookBackDays is < 1 or > 60) yield return "LookBackDays is 1 to 60.";
        if (Interval < TimeSpan.FromSeconds(1) || Interval > TimeSpan.FromHours(1)) yield return "Interval is 1 second to 1 hour.";
        if (StableFor < TimeSpan.Zero || StableFor > TimeSpan.FromHours(1)) yield return "StableFor is 0 to 1 hour.";
    }

    private static IEnumerable<ReconciledPartner> Of(PaymentSettings payments)
    {
        if (payments.Vnpay is { } vnpay) yield return Of("vnpay", vnpay.Terms);
        if (payments.VietQr is { } vietQr) yield return Of("vietqr", vietQr.Terms);
        foreach (var bank in payments.Banks) yield return Of(bank.Settings.Partner, bank.Terms);
        if (payments.PlatformClient is { } client) yield return Of("platform", client.Terms);
    }

    private static ReconciledPartner Of(string code, PartnerTerms terms) => new()
    {
        Code = code,
        Name = terms.Name,
        Statements = terms.Statements,
        CutOff = terms.CutOff,
        ReconcileAt = terms.ReconcileAt,
    };

    private static T Bind<T>(IConfigurationSection section, T settings, List<string> problems)
        where T : class
    {
        try
        {
            section.Bind(settings);
        }
        catch (InvalidOperationException)
        {
            // The binder's message repeats the value, which may be a secret.
            problems.Add($"{section.Path} has a setting that cannot be read as what it must be.");
        }

        return settings;
    }
}
