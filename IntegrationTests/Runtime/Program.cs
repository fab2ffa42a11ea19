using DichVuCong.Runtime.Tests.Support;

// The tests' assembly is also the process that dies in them: "host CONNECTION killer|sleeper".
if (args is ["host", var connection, var fate])
{
    await MortalHost.RunAsync(connection, fate);
    return 0;
}

await Console.Error.WriteLineAsync("usage: host CONNECTION killer|sleeper");
return 64;
