using DichVuCong.Sandbox.Hosting;

try
{
    await using var sandbox = SandboxHost.Create(SandboxOptions.Read(Environment.GetEnvironmentVariable), TimeProvider.System);
    await sandbox.RunAsync();
    return 0;
}
catch (SandboxRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
