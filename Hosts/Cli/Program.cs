using DichVuCong.Cli;
using DichVuCong.Cli.Running;

return await CommandTree.RunAsync(args, CliEnvironment.OfProcess(), CancellationToken.None);
