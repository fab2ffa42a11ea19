using DichVuCong.Abuse.Tests;

return await AbuseProgram.RunAsync(args);
