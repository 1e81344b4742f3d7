using System.Reflection;
using BenchmarkDotNet.Running;

// Not typeof(Program): the command line's own Program is visible here too, and the name would mean both.
BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
