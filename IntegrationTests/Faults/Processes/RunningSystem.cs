using System.Globalization;
using DichVuCong.Faults.Proxy;

namespace DichVuCong.Faults.Processes;

/// <summary>The whole system as processes on this machine, with links between all of them. Ends everything that it started.</summary>
internal sealed class RunningSystem : IAsyncDisposable
{
    private static readonly string[] DatabaseUsers = ["worker-1", "worker-2", "gateway"];

    /// <summary>Minutes of the payment partners' being asked become a third of a second, their hours 18 s: the run is over in minutes.</summary>
    private const double PaymentTimeScale = 0.005;

    private readonly Place _place;
    private readonly Ports _ports;
    private readonly TimeProvider _time;
    private readonly BankKeys _keys;

    private RunningSystem(Place place, Ports ports, Disk disk, TimeProvider time)
    {
        (_place, _ports, _time, Disk) = (place, ports, time, disk);
        _keys = new BankKeys(Path.Combine(place.Folder, "bank-keys"));
        Cluster = new Cluster(place.PostgresScript, disk);
        Sandbox = new SandboxControl(new Uri($"http://127.0.0.1:{ports.Sandbox}"), time);
        Operator = new Operator(place.Assembly("Cli", "dvc"), () => Environment(ports.WorkersBase, Cluster.Direct), place.Folder);
    }

    public Disk Disk { get; }

    public Cluster Cluster { get; }

    public SandboxControl Sandbox { get; }

    public Operator Operator { get; }

    /// <summary>The hosts by their names.</summary>
    public Dictionary<string, HostProcess> Hosts { get; } = new(StringComparer.Ordinal);

    /// <summary>The links by their names.</summary>
    public Dictionary<string, Link> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>The clocks that can be moved, by their hosts.</summary>
    public Dictionary<string, FakeClock> Clocks { get; } = new(StringComparer.Ordinal);

    /// <summary>The accounts to which agencies' fees go, by agency: two for each.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Accounts { get; private set; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Where payers find the banks.</summary>
    public Uri SandboxAddress => new($"http://127.0.0.1:{_ports.Sandbox}");

    /// <summary>Where the portal calls the Gateway.</summary>
    public Uri PortalAddress => new($"http://127.0.0.1:{_ports.PortalToGateway}");

    /// <summary>The Gateway without a link: for the checker, when the faults are over.</summary>
    public Uri GatewayAddress => new($"http://127.0.0.1:{_ports.Gateway}");

    /// <summary>Where files of the portal are fetched.</summary>
    public Uri FilesAddress => new($"http://127.0.0.1:{_ports.SystemsLink}");

    /// <summary>Starts everything; whatever was started is ended when something fails.</summary>
    public static async Task<RunningSystem> StartAsync(Place place, Ports ports, int diskMegabytes, TimeProvider time, CancellationToken cancellationToken)
    {
        var disk = await Disk.CreateAsync(place.Folder, diskMegabytes, cancellationToken);
        var system = new RunningSystem(place, ports, disk, time);
        try
        {
            await system.Cluster.CreateAsync(cancellationToken);
            foreach (var command in new[] { "migrate", "catalogue import", "account seed-development", "sandbox connect" })
            {
                await system.Operator.RunAsync(command, cancellationToken);
            }

            system.Accounts = await system.Operator.RegisterAccountsAsync(cancellationToken);
            system._keys.Create();
            system.AddLinks();
            system.AddHosts();
            await system.UntilReadyAsync(cancellationToken);
            await system.Sandbox.PrepareAsync(cancellationToken);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var host in Hosts.Values) await host.DisposeAsync();
        foreach (var link in Links.Values) await link.DisposeAsync();
        Sandbox.Dispose();
        Disk.Free();
        await Cluster.DisposeAsync();
        await Disk.DisposeAsync();
    }

    private void AddLinks()
    {
        for (var number = 0; number < DatabaseUsers.Length; number++)
        {
            AddLink($"{DatabaseUsers[number]}>postgres", _ports.DatabaseLink(number), () => Cluster.EndPoint);
        }

        AddLink("workers>systems", _ports.SystemsLink, To(_ports.Sandbox));
        AddLink("workers>mail", _ports.MailLink, To(_ports.Mail));
        AddLink("systems>gateway", _ports.SystemsToGateway, To(_ports.Gateway));
        AddLink("portal>gateway", _ports.PortalToGateway, To(_ports.Gateway));

        static Func<System.Net.IPEndPoint> To(int port) => () => new(System.Net.IPAddress.Loopback, port);
    }

    private void AddLink(string name, int port, Func<System.Net.IPEndPoint> target)
    {
        var link = new Link(name, port, target, _time);
        Links.Add(name, link);
        link.Start();
    }

    private void AddHosts()
    {
        var sandbox = Environment(_ports.Base, Cluster.Direct);
        sandbox["DVC_GATEWAY_URL"] = $"http://127.0.0.1:{_ports.SystemsToGateway}";
        // What the parties outside took outlives them, as it does with real ones; nothing of an earlier run does.
        var state = Path.Combine(_place.Folder, "sandbox.state");
        File.Delete(state);
        sandbox["DVC_SANDBOX_STATE"] = state;
        sandbox["DVC_SANDBOX_BANK_KEYS"] = _keys.Folder;
        AddHost("sandbox", _place.Assembly("Sandbox", "dvc-sandbox"), sandbox);
        for (var number = 0; number < DatabaseUsers.Length; number++)
        {
            var name = DatabaseUsers[number];
            var isGateway = name == "gateway";
            var settings = Environment(isGateway ? _ports.Base : _ports.WorkersBase, Cluster.Through(_ports.DatabaseLink(number)));
            settings["DVC_PUBLIC_URL"] = $"http://127.0.0.1:{_ports.SystemsToGateway}";
            settings["Payments__Sandbox__BankKeys"] = _keys.Folder;
            settings["Payments__Sandbox__TimeScale"] = PaymentTimeScale.ToString(CultureInfo.InvariantCulture);
            if (name != "worker-1" && FakeClock.Library is not null)
            {
                Clocks.Add(name, new FakeClock(Path.Combine(_place.Folder, $"{name}.clock")));
                foreach (var (key, value) in Clocks[name].Environment) settings[key] = value;
            }

            AddHost(name, isGateway ? _place.Assembly("Gateway", "dvc-gateway") : _place.Assembly("Worker", "dvc-worker"), settings);
        }
    }

    private void AddHost(string name, string assembly, Dictionary<string, string> environment)
    {
        var host = new HostProcess(name, assembly, environment, _place.Folder, _time);
        Hosts.Add(name, host);
        host.Start();
    }

    private async Task UntilReadyAsync(CancellationToken cancellationToken)
    {
        using var gateway = new HttpClient { BaseAddress = GatewayAddress };
        var bound = _time.GetTimestamp();
        while (!await Sandbox.IsReadyAsync(cancellationToken) || !await IsReadyAsync(gateway, cancellationToken))
        {
            if (_time.GetElapsedTime(bound) > TimeSpan.FromMinutes(2)) throw new TimeoutException($"The hosts were not ready within two minutes; logs in {_place.Folder}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), _time, cancellationToken);
        }

        await Operator.RunAsync("hosts --wait 60", cancellationToken);
    }

    private static async Task<bool> IsReadyAsync(HttpClient gateway, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await gateway.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Dictionary<string, string> Environment(int portBase, string postgres) => new(StringComparer.Ordinal)
    {
        ["DVC_ENVIRONMENT"] = "Development",
        ["DVC_POSTGRES"] = postgres,
        ["DVC_PORT_BASE"] = portBase.ToString(CultureInfo.InvariantCulture),
    };
}
