using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>The providers that are configured, and the order in which new messages go to them.</summary>
public sealed class SmsTrafficSettings
{
    /// <summary>
    /// The order of traffic: the first takes all of it as long as it is well, the next what the one before it certainly did not take. Empty, the
    /// default: every configured provider, in the order viettel, vnpt, fpt, esms.
    /// </summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>Viettel; null when it is not configured.</summary>
    public SmsBrandnameSettings? Viettel { get; init; }

    /// <summary>VNPT; null when it is not configured.</summary>
    public VnptSettings? Vnpt { get; init; }

    /// <summary>FPT; null when it is not configured.</summary>
    public FptSettings? Fpt { get; init; }

    /// <summary>eSMS; null when it is not configured.</summary>
    public EsmsSettings? Esms { get; init; }

    /// <summary>When a provider counts as sick.</summary>
    public SmsGateSettings Gate { get; init; } = new();

    /// <summary>The configured providers.</summary>
    public IReadOnlyList<string> Configured =>
    [
        .. Viettel is null ? [] : new[] { SmsProviders.Viettel },
        .. Vnpt is null ? [] : new[] { SmsProviders.Vnpt },
        .. Fpt is null ? [] : new[] { SmsProviders.Fpt },
        .. Esms is null ? [] : new[] { SmsProviders.Esms },
    ];

    /// <summary>The providers of new messages, in their order.</summary>
    public IReadOnlyList<string> Providers => Order.Count > 0 ? Order : Configured;

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is. No value of a secret is in it.</summary>
    public IReadOnlyList<string> Validate() =>
    [
        .. Order.Except(Configured, StringComparer.Ordinal).Select(name => $"Order names {name}, which is not configured."),
        .. Order.Distinct(StringComparer.Ordinal).Count() < Order.Count ? ["Order names a provider twice."] : Array.Empty<string>(),
        .. Under("Viettel", Viettel?.Validate()),
        .. Under("Vnpt", Vnpt?.Validate()),
        .. Under("Fpt", Fpt?.Validate()),
        .. Under("Esms", Esms?.Validate()),
        .. Gate.Validate(),
    ];

    private static IEnumerable<string> Under(string section, IReadOnlyList<string>? errors) => (errors ?? []).Select(error => $"{section}.{error}");
}

/// <summary>
/// Sends an SMS by the provider that its command names. The saga chooses and moves; each provider has a line, a health and a class of its own.
/// </summary>
public sealed class SmsTraffic : IPartnerOperation<SendSms>, IDisposable
{
    private readonly Dictionary<string, SendSmsOperation> _providers = new(StringComparer.Ordinal);
    private readonly string _first;

    /// <summary>Creates the operation.</summary>
    /// <param name="client">The client of <see cref="SmsHttp.CreateClient"/>, one for the life of the host.</param>
    /// <param name="settings">The providers.</param>
    /// <param name="recipients">Where numbers are read.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Gets no number, no name and no text.</param>
    /// <exception cref="ArgumentException">A setting is wrong; the message names every field that is.</exception>
    public SmsTraffic(
        HttpClient client, SmsTrafficSettings settings, INoticeRecipients recipients, TimeProvider time, ILogger<SendSmsOperation> log)
    {
        if (settings.Validate() is { Count: > 0 } errors) throw new ArgumentException($"The settings of SMS are wrong: {string.Join(' ', errors)}", nameof(settings));
        if (settings.Configured.Count == 0) throw new ArgumentException("No SMS provider is configured.", nameof(settings));
        Add(settings.Viettel is { } viettel ? new ViettelProvider(client, viettel, time) : null);
        Add(settings.Vnpt is { } vnpt ? new VnptProvider(client, vnpt, time) : null);
        Add(settings.Fpt is { } fpt ? new FptProvider(client, fpt, time) : null);
        Add(settings.Esms is { } esms ? new EsmsProvider(client, esms, time) : null);
        _first = settings.Configured[0];
        return;

        void Add(ISmsProvider? provider)
        {
            if (provider is not null) _providers.Add(provider.Terms.Code, new SendSmsOperation(provider, settings.Gate, recipients, time, log));
        }
    }

    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(SendSms command) => Find(command)?.RepeatabilityOf(command) ?? Repeatability.Neither(WhenUnknown.GiveUpAndShow);

    /// <inheritdoc/>
    public Task<Outcome> CallAsync(SendSms command, PartnerCall call, CancellationToken cancellationToken)
    {
        if (Find(command) is { } provider) return provider.CallAsync(command, call, cancellationToken);
        var reason = $"the provider {command.Provider} is not configured any more";
        // What it may have taken before its settings were removed stays its own.
        return Task.FromResult(call.Attempt == 1
            ? Outcome.Aside(reason, new NoticeNotTaken(command.Dossier, command.Occasion, Contracts.Dossiers.NoticeChannels.Sms, command.Provider!, reason))
            : Outcome.Unknown(reason));
    }

    /// <summary>Never called: no provider can be asked.</summary>
    public Task<Outcome> AskAsync(SendSms command, PartnerCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Unknown("the provider cannot be asked about a message"));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var provider in _providers.Values) provider.Dispose();
    }

    /// <summary>A command of before there were several names none, and was for the one that was configured.</summary>
    private SendSmsOperation? Find(SendSms command) => _providers.GetValueOrDefault(command.Provider ?? _first);
}
