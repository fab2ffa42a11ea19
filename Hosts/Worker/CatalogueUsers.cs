using System.Collections.Frozen;
using DichVuCong.Adapters.OneStop.Outbound;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Registries.Hosting;
using DichVuCong.Registries.Operations.Partners;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lines;
using DichVuCong.Saga.WorkingTime;
using DichVuCong.Worker.Accounts;
using DichVuCong.Worker.Paying;
using DichVuCong.Worker.Posting;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Worker;

/// <summary>The calendars in use.</summary>
internal sealed class Calendars : ICalendarSource, ICatalogueUser
{
    private volatile WorkingCalendars? _current;

    public ICalendars Current => _current ?? throw new InvalidOperationException("The catalogue is not loaded yet.");

    public Task UseAsync(CatalogueData data, CancellationToken cancellationToken)
    {
        if (data.Calendars.Version != _current?.Version) _current = new WorkingCalendars(data.Calendars);
        return Task.CompletedTask;
    }
}

/// <summary>
/// The one-stop systems as they are called. Their Authorization headers are secrets and come from the configuration
/// (<c>OneStop__Authorization__H29</c>), never from the database.
/// </summary>
internal sealed class OneStopDirectory(IConfiguration configuration) : IOneStopDirectory, ICatalogueUser
{
    private volatile FrozenDictionary<string, OneStopSystem> _systems = FrozenDictionary<string, OneStopSystem>.Empty;

    public OneStopSystem? Find(string code) => _systems.GetValueOrDefault(code);

    public Task UseAsync(CatalogueData data, CancellationToken cancellationToken)
    {
        _systems = data.Systems
            .Select(system => system with { Authorization = configuration[$"OneStop:Authorization:{system.Code}"] })
            .ToFrozenDictionary(system => system.Code, StringComparer.Ordinal);
        return Task.CompletedTask;
    }
}

/// <summary>
/// Declares a line for every system, for the notice channels and for the payment partners, with the limits and maintenance windows of the
/// catalogue, and the windows of the other partners.
/// </summary>
internal sealed class PartnerLines(LineDirectory lines, PartnerSettings settings, PaymentLines payments, PartnerWindows others) : ICatalogueUser
{
    public async Task UseAsync(CatalogueData data, CancellationToken cancellationToken)
    {
        var declarations = data.Systems
            .Select(system => new LineDeclaration($"onestop:{system.Code}", Shards: 1, LimitsOf(system)))
            .Concat(data.Systems.Select(system => AccountOperations.LineOf(system.Code, LimitsOf(system))))
            .Concat(data.Systems.Select(system => ScopeOperations.LineOf(system.Code, LimitsOf(system))))
            .Append(new LineDeclaration(CitizenNotices.Sms, Shards: 1, settings.NoticeLimits))
            .Append(new LineDeclaration(CitizenNotices.Email, Shards: 1, settings.NoticeLimits))
            .Append(new LineDeclaration("sms", settings.NoticeShards, settings.NoticeLimits))
            .Concat((settings.Notices.Sms?.Configured ?? []).Select(provider => new LineDeclaration($"sms:{provider}", settings.NoticeShards, settings.LimitsOf(provider))))
            .Append(new LineDeclaration("app", settings.NoticeShards, settings.NoticeLimits))
            .Append(new LineDeclaration("email", settings.NoticeShards, settings.NoticeLimits))
            .Concat(payments.Declarations())
            .Concat(ParcelLines.Declarations)
            .ToList();
        await lines.DeclareAsync(declarations, cancellationToken);
        var windows = data.Calendars.Windows
            .SelectMany(window => (string[])["onestop", AccountOperations.Systems, ScopeOperations.Systems], (window, kind) =>
                new LineWindow($"{kind}:{window.System}", window.From, window.To, window.Announcement))
            .Concat(await others.LoadAsync(cancellationToken))
            .ToList();
        await lines.SetWindowsAsync(windows, cancellationToken);
    }

    private static LineLimits LimitsOf(OneStopSystem system) => LineLimits.Default with
    {
        Concurrency = system.Concurrency,
        CallsPerSecond = system.CallsPerSecond,
        CallTimeout = system.CallTimeout,
    };
}
