using DichVuCong.Adapters.VNPost;
using DichVuCong.Messaging;
using DichVuCong.Notices;
using DichVuCong.Registries.Settings;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Saga.Parcels;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Worker;

/// <summary>The settings of the partners of notices, and sections VnPost, Parcels and Runtime (<c>VnPost__ConsumerSecret</c> in the environment).</summary>
internal sealed class PartnerSettings
{
    /// <summary>Those who bring notices to people.</summary>
    public required NoticePartners Notices { get; init; }

    /// <summary>VNPost; null when it is not configured.</summary>
    public VnPostSettings? Post { get; private init; }

    /// <summary>What parcels are watched by, and how often the post's tracking is read.</summary>
    public ParcelRules Parcels { get; private init; } = new();

    /// <summary>The runtime's settings.</summary>
    public required RuntimeOptions Runtime { get; init; }

    /// <summary>Notices that are out at once at each provider.</summary>
    public int NoticeConcurrency { get; private init; } = 32;

    /// <summary>Lines of each notice channel: keys are spread over them.</summary>
    public short NoticeShards { get; private init; } = 1;

    public IEnumerable<string> NotConfigured => Post is null ? [.. Notices.NotConfigured, "VNPost"] : Notices.NotConfigured;

    /// <summary>
    /// What notice providers can bear. A fault of the configuration is retried slowly until somebody mends it: only the age of a notice ends
    /// its tries.
    /// </summary>
    public LineLimits NoticeLimits => LineLimits.Default with { Concurrency = NoticeConcurrency, MaxAttempts = 100_000 };

    /// <summary>
    /// What one of several SMS providers can bear. Its gate moves what it does not take to the next, so that no circuit may hold it back; and who
    /// does not answer in four seconds is left in time for the next.
    /// </summary>
    public LineLimits LimitsOf(string provider) => NoticeLimits with
    {
        CallTimeout = TimeSpan.FromSeconds(4),
        CircuitOpensAfter = int.MaxValue,
        CallsPerSecond = Notices.Telling.CallsPerSecond.GetValueOrDefault(provider),
    };

    public static PartnerSettings Read(IConfiguration configuration, HostSettings settings)
    {
        var post = PostOf(configuration.GetSection("VnPost"), settings);
        return new PartnerSettings
        {
            Notices = NoticePartners.Read(configuration, settings),
            Post = post,
            Parcels = ParcelsOf(configuration.GetSection("Parcels"), settings) with { Customers = CustomersOf(post) },
            Runtime = RuntimeOf(configuration, settings),
        };
    }

    private static RuntimeOptions RuntimeOf(IConfiguration configuration, HostSettings settings)
    {
        var options = configuration.GetSection("Runtime").Get<RuntimeOptions>() ?? new RuntimeOptions();
        return options.ArchiveFolder is null ? options with { ArchiveFolder = settings.ArchiveFolder } : options;
    }

    private static VnPostSettings? PostOf(IConfigurationSection section, HostSettings settings) => section.Exists()
        ? Checked(section.Get<VnPostSettings>()!, value => value.Validate(settings.IsDevelopment))
        : settings.IsDevelopment ? SandboxPost(settings) : null;

    private static IReadOnlyList<string> CustomersOf(VnPostSettings? post) =>
        post is null ? [] : [.. post.CustomerCodes.Values.Prepend(post.CustomerCode).Distinct(StringComparer.Ordinal)];

    /// <summary>In Development the tracking is read every two seconds, so that a newcomer sees a parcel travel.</summary>
    private static ParcelRules ParcelsOf(IConfigurationSection section, HostSettings settings)
    {
        var rules = section.Exists() ? section.Get<ParcelRules>()! : new ParcelRules { PollEvery = settings.IsDevelopment ? TimeSpan.FromSeconds(2) : new ParcelRules().PollEvery };
        var isWrong = rules.OrderHours < 1 || rules.PickUpDays < 1 || rules.DeliveryDays < 1 || rules.LostDays < 1 || rules.PageSize is < 1 or > 1000
            || rules.PollEvery < TimeSpan.FromSeconds(1) || rules.EventsRemembered is < 1 or > 24;
        return isWrong
            ? throw new SettingsException("Parcels: OrderHours, PickUpDays, DeliveryDays and LostDays must be at least 1, PageSize from 1 to 1000, PollEvery at least a second, EventsRemembered from 1 to 24.")
            : rules;
    }

    private static T Checked<T>(T settings, Func<T, IReadOnlyList<string>> validate)
    {
        var problems = validate(settings);
        return problems.Count == 0 ? settings : throw new SettingsException(string.Join(Environment.NewLine, problems));
    }

    /// <summary>Development default: the Sandbox's post.</summary>
    private static VnPostSettings SandboxPost(HostSettings settings) => new()
    {
        BaseUrl = new Uri($"http://127.0.0.1:{settings.SandboxPort}/vnpost/apiVNPostNGSP/p1.0"),
        TokenUrl = new Uri($"http://127.0.0.1:{settings.SandboxPort}/vnpost/token"),
        ConsumerKey = VnPostSettings.DevelopmentKey,
        ConsumerSecret = VnPostSettings.DevelopmentKey,
        CustomerCode = "DVCQG",
    };
}
