using DichVuCong.Operations.Hosting;
using DichVuCong.Registries.Settings;

try
{
    var settings = HostSettings.Read(Environment.GetEnvironmentVariable);
    await OperationsHost.RunAsync(settings, args);
    return 0;
}
catch (SettingsException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 78; // EX_CONFIG
}
