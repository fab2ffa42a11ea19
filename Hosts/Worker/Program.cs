using DichVuCong.Registries.Settings;
using DichVuCong.Worker;

try
{
    var settings = HostSettings.Read(Environment.GetEnvironmentVariable);
    await WorkerHost.RunAsync(settings, args);
    return 0;
}
catch (SettingsException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 78; // EX_CONFIG
}
