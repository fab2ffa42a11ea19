using System.Runtime.InteropServices;
using DichVuCong.Faults;

if (RunOptions.Parse(args, Environment.GetEnvironmentVariable) is not { } options)
{
    await Console.Error.WriteLineAsync(RunOptions.Usage);
    return 64; // EX_USAGE
}

using var interrupted = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var onTermination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
Console.WriteLine($"Faults for {options.Length.TotalMinutes:0.##} minutes, seed {options.Seed}: build/faults --minutes {options.Length.TotalMinutes:0.##} --seed {options.Seed}");
try
{
    var report = await new FaultsRun(options, TimeProvider.System, Console.Out).RunAsync(interrupted.Token);
    report.Write(Console.Out);
    return report.Holds ? 0 : 1;
}
catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Interrupted; everything that was started is ended.");
    return 130; // 128 + SIGINT
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    interrupted.Cancel();
}
