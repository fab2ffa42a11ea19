using DichVuCong.Messaging;
using DichVuCong.Notices;
using DichVuCong.Registries.Settings;
using DichVuCong.Runtime.Hosting;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Worker;

/// <summary>The settings of the partners of notices, and section Runtime.</summary>
internal sealed class PartnerSettings
{
    /// <summary>Those who bring notices to people.</summary>
    public required NoticePartners Notices { get; init; }

    /// <summary>The runtime's settings.</summary>
    public required RuntimeOptions Runtime { get; init; }

    /// <summary>Notices that are out at once at each provider.</summary>
    public int NoticeConcurrency { get; private init; } = 32;

    /// <summary>Lines of each notice channel: keys are spread over them.</summary>
    public short NoticeShards { get; private init; } = 1;

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

    public static PartnerSettings Read(IConfiguration configuration, HostSettings settings) => new()
    {
        Notices = NoticePartners.Read(configuration, settings),
        Runtime = RuntimeOf(configuration, settings),
    };

    private static RuntimeOptions RuntimeOf(IConfiguration configuration, HostSettings settings)
    {
        var options = configuration.GetSection("Runtime").Get<RuntimeOptions>() ?? new RuntimeOptions();
        return options.ArchiveFolder is null ? options with { ArchiveFolder = settings.ArchiveFolder } : options;
    }
}
