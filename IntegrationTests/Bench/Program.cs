using DichVuCong.Bench;

return await BenchProgram.RunAsync(args);
