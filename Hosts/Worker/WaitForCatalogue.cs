using DichVuCong.Registries.Hosting;
using Microsoft.Extensions.Hosting;

namespace DichVuCong.Worker;

/// <summary>Holds the runtime back until a catalogue is in use: no decision is made without calendars, no call without settings.</summary>
internal sealed class WaitForCatalogue(CatalogueWatcher catalogue) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => catalogue.Loaded.WaitAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
